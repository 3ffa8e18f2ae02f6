package fr.agora.projects.credit;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.Visibility;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** One person's part in one use case; while accepted and published, others are told of it. */
@Document("credits")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, '_id': 1}")
@CompoundIndex(name = "of_account", def = "{'account': 1, '_id': 1}")
@CompoundIndex(name = "of_member", def = "{'memberId': 1, '_id': 1}")
@CompoundIndex(name = "by_proposer", def = "{'proposedBy': 1, '_id': 1}")
public class Credit extends OutboxDocument {

    private static final FactType PUBLISHED = new FactType("agora.projects.credit-published.v1");
    private static final FactType WITHDRAWN = new FactType("agora.projects.credit-withdrawn.v1");

    private static final int MOST_TOLD = 20;

    @Id
    private final String id;

    private final String useCaseId;
    private String memberId;
    private String account;
    private String proposedBy;
    private String role;
    private CreditState state = CreditState.PROPOSED;
    private @Nullable LocalDate acceptedOn;

    /** One open credit for one person and one use case: the store refuses a second. */
    @Indexed(unique = true, sparse = true)
    private @Nullable String openKey;

    /** What others know of it; absent while they know nothing. */
    private @Nullable Told told;

    private boolean everTold;

    @PersistenceCreator
    Credit(String id, String useCaseId, String memberId, String account, String proposedBy, String role) {
        this.id = id;
        this.useCaseId = useCaseId;
        this.memberId = memberId;
        this.account = account;
        this.proposedBy = proposedBy;
        this.role = role;
    }

    /** Lists are absent in what was told before credits spoke of awards and press. */
    record Told(String title, String url, Visibility visibility, List<Won> awards, List<Press.Line> mentions) {

        Told {
            awards = awards == null ? List.of() : List.copyOf(awards);
            mentions = mentions == null ? List.of() : List.copyOf(mentions);
        }
    }

    record Won(String edition, String category, boolean laureate) {

        static List<Won> by(UseCase useCase) {
            return useCase.recognition().distinctions().stream()
                    .limit(MOST_TOLD)
                    .map(each -> new Won(each.editionName(), each.category(), each.laureate()))
                    .toList();
        }
    }

    private record UseCaseRef(String id, String title, String url) {}

    private record PublicCredit(
            String id,
            String memberId,
            UseCaseRef useCase,
            String role,
            LocalDate acceptedOn,
            Visibility visibility,
            List<Won> awards,
            List<Press.Line> mentions) {}

    private record Gone(String id) {}

    static Credit proposed(
            String id, String useCaseId, String memberId, String account, String proposedBy, String role) {
        Credit credit = new Credit(id, useCaseId, memberId, account, proposedBy, role);
        credit.openKey = useCaseId + " " + memberId;
        return credit;
    }

    void accept(UseCase useCase, Press press, Clock clock) {
        require(state == CreditState.PROPOSED);
        state = CreditState.ACCEPTED;
        acceptedOn = LocalDate.now(clock);
        follow(useCase, press, clock);
    }

    void decline() {
        require(state == CreditState.PROPOSED);
        state = CreditState.DECLINED;
        openKey = null;
    }

    void withdraw(Clock clock) {
        require(state.isOpen());
        end(clock);
    }

    /** The person is no more: the credit goes with them. */
    void erase(Clock clock) {
        if (state.isOpen()) {
            end(clock);
        }
        openKey = null;
        memberId = PersonErased.MARKER;
        account = PersonErased.MARKER;
        role = "—";
    }

    void forgetProposer() {
        proposedBy = PersonErased.MARKER;
    }

    /**
     * Tells others again where the use case, or what is said of it, has changed, appeared or gone.
     *
     * @return whether something was told
     */
    boolean follow(UseCase useCase, Press press, Clock clock) {
        Told now = state == CreditState.ACCEPTED && useCase.isPublished()
                ? new Told(
                        useCase.content().title(),
                        useCase.url(),
                        useCase.content().visibility(),
                        Won.by(useCase),
                        press.of(useCaseId, memberId))
                : null;
        if (now == null ? told == null : now.equals(told)) {
            return false;
        }
        told = now;
        tell(clock);
        return true;
    }

    void notify(Notice notice, Clock clock) {
        nextRevision();
        announce(Notice.REQUESTED, notice.id(), notice, clock);
    }

    private void end(Clock clock) {
        state = CreditState.WITHDRAWN;
        openKey = null;
        if (told != null) {
            told = null;
            tell(clock);
        }
    }

    private void tell(Clock clock) {
        nextRevision();
        everTold = true;
        if (told == null) {
            announce(WITHDRAWN, id, new Gone(id), clock);
        } else {
            announce(PUBLISHED, id, told(told), clock);
        }
    }

    /** What a replay tells of it; empty while others have never heard of it. */
    Optional<OutboxEntry> current(Clock clock) {
        if (!everTold) {
            return Optional.empty();
        }
        return Optional.of(
                told == null
                        ? currentFact(WITHDRAWN, id, new Gone(id), clock)
                        : currentFact(PUBLISHED, id, told(told), clock));
    }

    private PublicCredit told(Told known) {
        LocalDate accepted = acceptedOn == null ? LocalDate.EPOCH : acceptedOn;
        return new PublicCredit(
                id,
                memberId,
                new UseCaseRef(useCaseId, known.title(), known.url()),
                role,
                accepted,
                known.visibility(),
                known.awards(),
                known.mentions());
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw CreditProblem.CREDIT_STATE.asException();
        }
    }

    public boolean isOf(String someAccount) {
        return account.equals(someAccount);
    }

    boolean isOpen() {
        return state.isOpen();
    }

    public String id() {
        return id;
    }

    public String useCaseId() {
        return useCaseId;
    }

    /** The person, as the directory knows them. */
    public String memberId() {
        return memberId;
    }

    String account() {
        return account;
    }

    /** In the words of whoever proposed it. */
    public String role() {
        return role;
    }

    public CreditState state() {
        return state;
    }

    public @Nullable LocalDate acceptedOn() {
        return acceptedOn;
    }
}
