package fr.agora.gateway.session;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where sessions are kept. The gateway starts, and serves anonymous readers, without it. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    @Bean
    MongoClientSettingsBuilderCustomizer noLongWaitForTheStore() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS));
    }

    @Bean
    Sessions sessions(MongoClient client, MongoConnectionDetails connection, SessionTimes times, Clock clock) {
        ConnectionString address = connection.getConnectionString();
        String database = Objects.requireNonNullElse(address.getDatabase(), "agora_gateway");
        return new Sessions(client.getDatabase(database).getCollection("sessions"), times, clock);
    }
}
