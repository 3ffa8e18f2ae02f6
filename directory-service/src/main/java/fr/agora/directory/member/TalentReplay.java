package fr.agora.directory.member;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells again who consents to be approached, and who no longer does. */
@Component
class TalentReplay implements ReplaySource {

    private final Members members;
    private final Clock clock;

    TalentReplay(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "talent";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        try (Stream<Member> all = members.everTalent()) {
            all.map(member -> member.currentTalent(clock)).forEach(sink);
        }
    }
}
