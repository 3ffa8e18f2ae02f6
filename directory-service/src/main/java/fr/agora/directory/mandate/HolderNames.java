package fr.agora.directory.mandate;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.Members;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names holders to those who may see their profiles, and to nobody else. */
@Component
public class HolderNames {

    /** @param url path of the profile */
    public record Holder(String name, String url) {}

    private final Members members;

    HolderNames(Members members) {
        this.members = members;
    }

    /** By identifier of the member; one query for all. Whoever hides is left out. */
    public Map<String, Holder> visibleTo(Reader reader, Collection<Mandate> mandates) {
        return members
                .byIds(mandates.stream()
                        .map(Mandate::holderId)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList())
                .values()
                .stream()
                .filter(Member::isPublished)
                .filter(member -> member.isVisibleTo(reader))
                .collect(Collectors.toMap(
                        Member::id, member -> new Holder(member.displayName(), "/annuaire/membres/" + member.id())));
    }
}
