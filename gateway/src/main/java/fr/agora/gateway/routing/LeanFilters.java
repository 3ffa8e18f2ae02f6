package fr.agora.gateway.routing;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.WeightCalculatorFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/** Takes filters away that work on every request for features no route uses; ADR 0005 has the measurements. */
@Configuration(proxyBeanMethods = false)
class LeanFilters {

    @Bean
    FilterRegistrationBean<WeightCalculatorFilter> noWeights(WeightCalculatorFilter filter) {
        return off(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContext() {
        return off(new FilterRegistrationBean<>(new RequestContextFilter()));
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> off(FilterRegistrationBean<T> filter) {
        filter.setEnabled(false);
        return filter;
    }
}
