package fr.agora.search.rebuild;

import fr.agora.platform.messaging.Replays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    Owners owners(Replays replays) {
        return new ReplayingOwners(replays);
    }
}
