package fr.agora.platform.messaging;

import fr.agora.platform.tracing.Tracing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** What an operator reaches over HTTP, and the trace context that comes with requests. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ParkedMessagesConfiguration {

    @Bean
    ParkedMessagesApi parkedMessagesApi(ParkedMessages parked) {
        return new ParkedMessagesApi(parked);
    }

    @Bean
    FilterRegistrationBean<TraceparentFilter> traceparentFilter(Tracing tracing) {
        var registration = new FilterRegistrationBean<>(new TraceparentFilter(tracing));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
