package fr.agora.jobs.application;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** By whom files are looked at. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CvSettings.class)
class ApplicationConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CvScan cvScan(CvSettings settings) {
        return settings.scanner().isBlank() ? file -> true : new ClamdScan(settings.scanner(), settings.scanTimeout());
    }
}
