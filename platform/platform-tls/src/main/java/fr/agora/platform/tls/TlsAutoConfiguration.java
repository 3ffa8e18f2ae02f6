package fr.agora.platform.tls;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One {@link InsideLines} a process, and the same lines by name for the clients Boot makes. */
@AutoConfiguration(before = SslAutoConfiguration.class)
public class TlsAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(TlsDefaults.FILES + "keystore.certificate")
    static class Encrypted {

        private final LiveManagers managers;

        Encrypted(ObjectProvider<SslBundles> bundles) {
            this.managers = new LiveManagers(bundles::getObject);
        }

        @Bean
        SslBundleRegistrar callingLines() {
            return registry ->
                    registry.registerBundle(TlsDefaults.CALLING, SslBundle.of(null, null, null, null, managers));
        }

        @Bean
        InsideLines insideLines() {
            return InsideLines.encrypted(managers);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    InsideLines linesInClear() {
        return InsideLines.inClear();
    }
}
