package fr.agora.directory.privacy;

import fr.agora.directory.identity.OrganizationAccounts;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.TalentConsent;
import fr.agora.platform.security.CurrentUser;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes all the directory holds of a person, one thing after the other; its shape is in my-data.v1.schema.json. */
@Service
public class DataExport {

    /** Where the shape of an export is served. */
    public static final String SCHEMA = "/api/directory/my-data/schema";

    private final MemberEditing editing;
    private final TalentConsent talent;
    private final List<HeldData> held;
    private final OrganizationAccounts accounts;
    private final JsonMapper json;
    private final Clock clock;

    DataExport(
            MemberEditing editing,
            TalentConsent talent,
            List<HeldData> held,
            OrganizationAccounts accounts,
            JsonMapper json,
            Clock clock) {
        this.editing = editing;
        this.talent = talent;
        this.held = held;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /** Names of the lists an export may hold besides the profile. */
    public List<String> kinds() {
        return held.stream().map(HeldData::kind).sorted().toList();
    }

    /** Does not close the stream. */
    public void write(CurrentUser user, OutputStream out) {
        Optional<MemberView> profile = editing.ownView(user);
        try (JsonGenerator written = json.writerWithDefaultPrettyPrinter()
                .without(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out)) {
            written.writeStartObject();
            written.writeStringProperty("$schema", SCHEMA);
            written.writeNumberProperty("version", 1);
            written.writeStringProperty("exportedAt", clock.instant().toString());
            written.writeStringProperty("accountId", user.accountId());
            if (profile.isPresent()) {
                written.writePOJOProperty("profile", profile.get());
                written.writePOJOProperty("employment", talent.of(user));
            }
            written.writeObjectPropertyStart("held");
            for (HeldData kind : held) {
                written.writeArrayPropertyStart(kind.kind());
                kind.forEachOf(user.accountId(), profile.map(MemberView::id).orElse(null), written::writePOJO);
                written.writeEndArray();
            }
            written.writeEndObject();
            written.writePOJOProperty("elsewhere", Elsewhere.all(accounts.areTended()));
            written.writeEndObject();
        }
    }
}
