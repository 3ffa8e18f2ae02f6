package fr.agora.directory.member;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells all members again to whoever lost them. */
@Component
class MemberReplay implements ReplaySource {

    private final Members members;
    private final Clock clock;

    MemberReplay(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        try (Stream<Member> all = members.everPublished()) {
            all.forEach(member -> member.current(clock).forEach(sink));
        }
    }
}
