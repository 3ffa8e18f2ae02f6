package fr.agora.gateway.pages;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the server behaves before any filter of ours is asked. */
@Component
class ServerManners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            // bounded by default, then they fail in ways of their own: how long the header may be is bound enough
            connector.setMaxLocaleCount(Integer.MAX_VALUE);
            connector.setMaxCookieCount(Integer.MAX_VALUE);
        });
        server.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(BareAnswers.class.getName()));
    }
}
