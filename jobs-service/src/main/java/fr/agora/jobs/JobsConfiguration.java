package fr.agora.jobs;

import fr.agora.jobs.address.AddressSettings;
import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.offer.ReviewRule;
import fr.agora.platform.security.PublicEndpoints;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the whole service shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OfferSettings.class, AddressSettings.class})
@EnableScheduling
class JobsConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        // an offer's last day ends at midnight in Paris, wherever the machine stands
        return Clock.system(ZoneId.of("Europe/Paris"));
    }

    @Bean
    @ConditionalOnMissingBean
    ReviewRule reviewRule(OfferSettings settings) {
        return settings::reviewRequired;
    }

    @Bean
    PublicEndpoints publicEndpoints() {
        return PublicEndpoints.reading(
                "/offres",
                "/offres/{id:(?!nouvelle$|mes-offres$|relecture$|adresses$|a-relayer$|mes-relais$).+}",
                "/offres/relais/{code}",
                "/offres/recommandation/{code}",
                "/api/jobs/offers",
                "/api/jobs/offers/{id}");
    }

    /** Days are kept as text: the default turns them into instants of the machine's zone, and a day may slip. */
    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoCustomConversions.create(conversions -> {
            conversions.bigDecimal(MongoCustomConversions.BigDecimalRepresentation.DECIMAL128);
            conversions.registerConverter(new DayToText());
            conversions.registerConverter(new TextToDay());
        });
    }

    @WritingConverter
    private static final class DayToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private static final class TextToDay implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
