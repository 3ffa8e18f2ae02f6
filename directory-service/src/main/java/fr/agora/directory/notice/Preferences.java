package fr.agora.directory.notice;

import fr.agora.directory.notice.Topic.Rhythm;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How often somebody wants mail, by topic.
 *
 * @param key stands for the account in the links of letters: who has it may end letters, and nothing else
 */
@Document("notice_preferences")
record Preferences(
        @Id String accountId, @Indexed(unique = true) String key, Map<Topic, Rhythm> rhythms) {

    Preferences {
        rhythms = Map.copyOf(rhythms);
    }

    Rhythm rhythm(Topic topic) {
        return topic.isOptional() ? rhythms.getOrDefault(topic, topic.usual()) : topic.usual();
    }

    Preferences with(Map<Topic, Rhythm> chosen) {
        Map<Topic, Rhythm> all = new EnumMap<>(Topic.class);
        all.putAll(rhythms);
        chosen.forEach((topic, rhythm) -> {
            if (topic.isOptional()) {
                all.put(topic, rhythm);
            }
        });
        return new Preferences(accountId, key, all);
    }

    /** Every topic with what holds for it now. */
    Map<Topic, Rhythm> all() {
        Map<Topic, Rhythm> all = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            all.put(topic, rhythm(topic));
        }
        return all;
    }
}
