package fr.agora.gateway.pages;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The end of the route table. */
@Configuration(proxyBeanMethods = false)
class NoRoute {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RouterFunction<ServerResponse> noRouteAtAll(Notices notices) {
        RequestPredicate handledElsewhere = path("/assets/**")
                .or(path("/actuator/health/**"))
                .or(path("/livez"))
                .or(path("/readyz"))
                .or(path("/error"));
        return route().route(
                        handledElsewhere.negate(),
                        request -> ServerResponse.status(Notice.NOT_FOUND.status())
                                .build((asked, response) -> {
                                    notices.write(Notice.NOT_FOUND, asked, response);
                                    return null;
                                }))
                .build();
    }
}
