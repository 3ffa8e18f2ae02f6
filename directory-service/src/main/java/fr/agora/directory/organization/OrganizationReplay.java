package fr.agora.directory.organization;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells all organisations again to whoever lost them. */
@Component
class OrganizationReplay implements ReplaySource {

    private final Organizations organizations;
    private final Clock clock;

    OrganizationReplay(Organizations organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "organization";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        try (Stream<Organization> all = organizations.everPublished()) {
            all.map(organization -> organization.current(clock)).forEach(sink);
        }
    }
}
