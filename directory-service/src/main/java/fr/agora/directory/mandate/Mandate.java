package fr.agora.directory.mandate;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.member.Member;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody answers for data: in a role, for a perimeter, for a time. */
@Document("mandates")
@CompoundIndex(name = "chain", def = "{'keys': 1, 'term.lastDay': 1}")
@CompoundIndex(name = "of-holder", def = "{'holderId': 1, 'term.startsOn': -1, '_id': 1}")
@CompoundIndex(name = "of-organization", def = "{'organizationIds': 1, '_id': 1}")
@CompoundIndex(name = "of-ministry", def = "{'ministries._id': 1, 'role': 1, 'term.lastDay': 1, '_id': 1}")
@CompoundIndex(name = "list", def = "{'state': 1, 'term.startsOn': -1, '_id': 1}")
@CompoundIndex(name = "appointments", def = "{'role': 1, 'state': 1, 'term.startsOn': -1, '_id': 1}")
public class Mandate extends OutboxDocument {

    static final FactType PUBLISHED = new FactType("agora.directory.mandate-published.v1");
    static final FactType PUBLISHED_2 = new FactType("agora.directory.mandate-published.v2");
    static final FactType WITHDRAWN = new FactType("agora.directory.mandate-withdrawn.v1");

    @Id
    private final String id;

    private final MandateRole role;
    private @Nullable RelayLevel level;
    private String holderId;
    private @Nullable String accountId;
    private OrganizationRef organization;
    private Scope scope;
    private List<Ministry> ministries;
    private List<String> territories;

    /** The organisation and those of the scope: what a change of one of them must reach. */
    private List<String> organizationIds = List.of();

    /** What the finder asks for; empty while the mandate is not to be found. */
    private List<String> keys = List.of();

    private Term term;
    private Act act = Act.NONE;
    private MandateState state = MandateState.PROPOSED;
    private List<StateChange> history = new ArrayList<>();

    /** The profile was left unconfirmed for too long: still a mandate, no longer a contact. */
    private boolean stale;

    /** Of a delegate: the mandate that delegates. */
    @Indexed(sparse = true)
    private @Nullable String delegatedBy;

    /** Takes over from this one, which ends the day before. */
    private @Nullable String predecessorId;

    /** Days before the end already announced, for the end as it stands. */
    private List<Integer> announced = List.of();

    /** First day on which there is something to do about it by itself; null once it is over and all is done. */
    @Indexed(sparse = true)
    private @Nullable String dueOn;

    /** Suspended because its holder's account was disabled, and by no decision about the mandate. */
    private boolean withAccount;

    private @Nullable ImportKey importKey;

    Mandate(String id, MandateRole role, String holderId, OrganizationRef organization, Scope scope, Term term) {
        this.id = id;
        this.role = role;
        this.holderId = holderId;
        this.organization = organization;
        this.scope = scope;
        this.term = term;
        this.ministries = List.of();
        this.territories = List.of();
    }

    static Mandate of(String id, MandateRole role, Member holder, Competence competence, Term term) {
        Mandate mandate = new Mandate(id, role, holder.id(), competence.organization(), competence.scope(), term);
        mandate.accountId = holder.accountId();
        mandate.stand(competence);
        return mandate;
    }

    void at(@Nullable RelayLevel at) {
        level = role == MandateRole.RELAY ? at : null;
    }

    void appointedBy(Act appointing) {
        act = appointing;
    }

    void delegatedBy(@Nullable String mandate) {
        delegatedBy = mandate;
    }

    void succeeds(String predecessor) {
        predecessorId = predecessor;
    }

    void importedFrom(ImportKey key) {
        importKey = key;
    }

    /** Takes over a perimeter, told only if it changed. */
    void stand(Competence competence) {
        organization = competence.organization();
        scope = competence.scope();
        ministries = competence.ministries();
        territories = competence.territories();
        List<String> ids = new ArrayList<>(scope.organizationIds());
        ids.add(organization.id());
        organizationIds = ids.stream().distinct().toList();
    }

    void move(MandateState next, Clock clock) {
        withAccount = false;
        if (state != next || history.isEmpty()) {
            state = next;
            history = new ArrayList<>(history);
            history.add(new StateChange(next, clock.instant()));
        }
        changed(clock);
    }

    /** Rests while the account of its holder is disabled. */
    void restWithAccount(Clock clock) {
        move(MandateState.SUSPENDED, clock);
        withAccount = true;
    }

    boolean restsWithAccount() {
        return withAccount && state == MandateState.SUSPENDED;
    }

    void runs(Term newTerm) {
        if (!newTerm.lastDay().equals(term.lastDay())) {
            announced = List.of();
        }
        term = newTerm;
    }

    void hold(Member holder) {
        holderId = holder.id();
        accountId = holder.accountId();
    }

    void findable(boolean confirmed) {
        stale = !confirmed;
        keys = confirmed && state == MandateState.ACTIVE
                ? new Competence(organization, scope, ministries, territories).keys(role)
                : List.of();
    }

    /** Nobody is named any more; what stays is the tombstone the neighbours need. */
    void forgetHolder(Clock clock) {
        holderId = "";
        accountId = null;
        move(MandateState.ENDED, clock);
    }

    /** Tells the neighbours, and lets the sweep look at it again. */
    void changed(Clock clock) {
        findable(!stale);
        dueOn = Term.today(clock).toString();
        if (state == MandateState.ACTIVE || state == MandateState.SUSPENDED) {
            nextRevision();
            announce(PUBLISHED, id, PublicMandate.of(this), clock);
            announce(PUBLISHED_2, id, PublicMandateV2.of(this), clock);
        } else if (revision() > 0) {
            nextRevision();
            announce(WITHDRAWN, id, new PublicMandate.Gone(id), clock);
        }
    }

    void announced(int daysBefore) {
        List<Integer> all = new ArrayList<>(announced);
        all.add(daysBefore);
        announced = all;
    }

    boolean isAnnounced(int daysBefore) {
        return announced.contains(daysBefore);
    }

    void dueOn(@Nullable LocalDate day) {
        dueOn = day == null ? null : day.toString();
    }

    /** In each version somebody hears. */
    List<OutboxEntry> current(Clock clock) {
        return state == MandateState.ACTIVE || state == MandateState.SUSPENDED
                ? List.of(
                        currentFact(PUBLISHED, id, PublicMandate.of(this), clock),
                        currentFact(PUBLISHED_2, id, PublicMandateV2.of(this), clock))
                : List.of(currentFact(WITHDRAWN, id, new PublicMandate.Gone(id), clock));
    }

    /** What it is on a day: the stored state is of the last decision, the end needs none. */
    public MandateState state(LocalDate today) {
        return !state.isOver() && term.isOverOn(today) ? MandateState.ENDED : state;
    }

    /** Whether its holder may act by it on a day. */
    public boolean isInForce(LocalDate today) {
        return state == MandateState.ACTIVE && term.covers(today);
    }

    /** Whether it may be named as a contact on a day. */
    public boolean isContact(LocalDate today) {
        return isInForce(today) && !stale;
    }

    /** The ministries an AMDAC or a delegate answers for. */
    boolean answersForOneOf(List<Ministry> others) {
        List<String> own = ministries.stream().map(Ministry::id).toList();
        return others.stream().map(Ministry::id).anyMatch(own::contains);
    }

    MandateState standing() {
        return state;
    }

    public String id() {
        return id;
    }

    public MandateRole role() {
        return role;
    }

    public @Nullable RelayLevel level() {
        return level;
    }

    public String holderId() {
        return holderId;
    }

    @Nullable
    String accountId() {
        return accountId;
    }

    public OrganizationRef organization() {
        return organization;
    }

    public Scope scope() {
        return scope;
    }

    public List<Ministry> ministries() {
        return ministries;
    }

    /** The narrowest territories it is valid in, as codes. */
    public List<String> territories() {
        return territories;
    }

    public List<String> keys() {
        return keys;
    }

    public Term term() {
        return term;
    }

    public Act act() {
        return act;
    }

    public List<StateChange> history() {
        return List.copyOf(history);
    }

    @Nullable
    String delegatedBy() {
        return delegatedBy;
    }

    @Nullable
    String predecessorId() {
        return predecessorId;
    }

    @Nullable
    String dueOn() {
        return dueOn;
    }

    @Nullable
    ImportKey importKey() {
        return importKey;
    }

    /** Path of the page that shows it. */
    public String url() {
        return "/contact-donnees/" + id;
    }

    /** Path of the form that reaches its holder. */
    public String contactUrl() {
        return url() + "/ecrire";
    }
}
