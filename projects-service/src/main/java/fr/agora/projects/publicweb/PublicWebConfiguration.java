package fr.agora.projects.publicweb;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out to the public web. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicWebSettings.class)
class PublicWebConfiguration {

    @Bean
    PublicWeb publicWeb(PublicWebSettings settings) {
        return new PublicWeb(settings, SystemDefaultDnsResolver.INSTANCE, PublicAddresses::isPublic);
    }
}
