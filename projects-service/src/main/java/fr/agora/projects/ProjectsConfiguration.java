package fr.agora.projects;

import fr.agora.platform.security.PublicEndpoints;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** What the whole service shares. */
@Configuration(proxyBeanMethods = false)
class ProjectsConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        // today is today in Paris, wherever the machine stands
        return Clock.system(ZoneId.of("Europe/Paris"));
    }

    @Bean
    PublicEndpoints publicEndpoints() {
        return PublicEndpoints.reading(
                "/cas-usage",
                "/cas-usage/{slug:(?!nouveau$|mes-cas-usage$|mes-credits$).+}",
                "/cas-usage/{slug}/publiccode.yml",
                "/themes",
                "/themes/{code}",
                "/api/projects/exports",
                "/api/projects/exports/use-cases.csv",
                "/api/projects/exports/use-cases.json",
                "/api/projects/exports/blocks.csv",
                "/api/projects/exports/blocks.json",
                "/briques",
                "/cas-usage/{slug}/replicabilite",
                "/trophees",
                "/trophees/laureats",
                "/api/projects/laureates",
                "/api/projects/award-editions",
                "/api/projects/use-cases/{idOrSlug}/credits",
                "/api/projects/use-cases/{idOrSlug}/mentions",
                "/api/projects/use-cases/{idOrSlug}/replicability-reviews",
                "/briques/{id}",
                "/financement",
                "/donnees-reference",
                "/donnees-reference/{id:(?!nouvelle$).+}",
                "/api/projects/reference-data",
                "/api/projects/reference-data/{id}",
                "/api/projects/use-cases/{idOrSlug}/data",
                "/api/projects/use-cases/{idOrSlug}/summary",
                "/api/projects/use-cases/{idOrSlug}/neighbours",
                "/accompagnement",
                "/accompagnement/publication",
                "/api/projects/funding/simulation",
                "/api/projects/funding/board",
                "/reutilisations",
                "/reutilisations/{id:(?!nouvelle$|a-confirmer$|mon-organisme$|demandes$).+}",
                "/api/projects/reuses",
                "/api/projects/reuses/graph",
                "/api/projects/reuses/{id:(?!to-confirm$|mine$).+}",
                "/api/projects/use-cases",
                "/api/projects/use-cases/{idOrSlug:(?!similar$).+}",
                "/api/projects/blocks",
                "/api/projects/blocks/{id}");
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
