package fr.agora.projects.usecase;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.moderation.Holds;
import fr.agora.platform.moderation.ItemDecision;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A use case and its bricks, from draft to withdrawal; while published, every change of what others see is told. */
@Document("use_cases")
@CompoundIndex(name = "listed", def = "{'status': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_theme", def = "{'content.themes.code': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_skill", def = "{'content.skills.code': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_word", def = "{'words': 1}")
@CompoundIndex(name = "by_block", def = "{'blockIds': 1}")
@CompoundIndex(name = "desk", def = "{'ownerAccount': 1, 'updatedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_dependency", def = "{'content.blocks.dependsOn': 1}")
@CompoundIndex(name = "by_verdict", def = "{'recognition.verdict': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "by_edition", def = "{'recognition.distinctions.edition': 1, 'publishedAt': -1, '_id': -1}")
@CompoundIndex(name = "of_organization", def = "{'content.organizationIds': 1, '_id': 1}")
public class UseCase extends OutboxDocument {

    private static final FactType TOLD_PUBLISHED = new FactType("agora.projects.use-case-published.v1");
    private static final FactType TOLD_WITHDRAWN = new FactType("agora.projects.use-case-withdrawn.v1");
    private static final FactType BLOCK_PUBLISHED = new FactType("agora.projects.block-published.v1");
    private static final FactType BLOCK_WITHDRAWN = new FactType("agora.projects.block-withdrawn.v1");
    private static final int MOST_WORDS = 200;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Id
    private final String id;

    private @Nullable String ownerAccount;

    @Indexed(unique = true, sparse = true)
    private final @Nullable String sourceKey;

    @Indexed(unique = true)
    private String slug;

    private @Nullable String sourceDigest;
    private UseCaseStatus status = UseCaseStatus.DRAFT;
    private UseCaseContent content;
    private Surroundings surroundings;
    private List<String> words;
    /** Bricks others have heard of, in the content or gone from it: a replay must tell of both. */
    private Set<String> toldBlocks = new LinkedHashSet<>();

    private Set<String> blockIds;
    /** Every phase it has been in, the present one last. */
    private List<PhaseChange> history;

    private @Nullable Originality originality;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;
    private Recognition recognition = Recognition.NONE;
    private Holds holds = Holds.none();

    @PersistenceCreator
    UseCase(
            String id,
            @Nullable String ownerAccount,
            @Nullable String sourceKey,
            String slug,
            UseCaseContent content,
            Surroundings surroundings,
            Instant updatedAt) {
        this.id = id;
        this.ownerAccount = ownerAccount;
        this.sourceKey = sourceKey;
        this.slug = slug;
        this.content = content;
        this.surroundings = surroundings;
        this.words = words(content, surroundings);
        this.blockIds = new LinkedHashSet<>(content.blockIds());
        this.updatedAt = updatedAt;
        // replaced by what was stored; what was stored before there was a history begins one here
        this.history = new ArrayList<>(List.of(new PhaseChange(content.phase(), day(updatedAt))));
    }

    static UseCase draft(
            String id,
            String ownerAccount,
            String slug,
            UseCaseContent content,
            Surroundings surroundings,
            Clock clock) {
        return new UseCase(id, ownerAccount, null, slug, content, surroundings, now(clock));
    }

    /** A use case that comes from a file belongs to nobody's account: administrators look after it. */
    static UseCase imported(
            String id, String sourceKey, String slug, UseCaseContent content, Surroundings surroundings, Clock clock) {
        return new UseCase(id, null, sourceKey, slug, content, surroundings, now(clock));
    }

    /** Nothing happens when nothing changes. */
    void edit(UseCaseContent newContent, Surroundings newSurroundings, Clock clock) {
        if (content.equals(newContent) && surroundings.equals(newSurroundings)) {
            return;
        }
        Set<String> gone = new LinkedHashSet<>(content.blockIds());
        newContent.blockIds().forEach(gone::remove);
        updatedAt = now(clock);
        enter(newContent.phase(), day(updatedAt));
        content = newContent;
        adopt(newSurroundings, gone, clock);
    }

    /** Takes a step that may follow the present one, on a day not before it. */
    void move(Phase phase, LocalDate on, Clock clock) {
        enter(phase, on);
        content = content.in(phase);
        updatedAt = now(clock);
        if (isPublished()) {
            tell(Set.of(), clock);
        }
    }

    private void enter(Phase phase, LocalDate on) {
        if (phase == content.phase()) {
            return;
        }
        boolean correction = revision() == 0 && history.getLast().on().equals(on);
        if (correction) {
            // nobody has seen it, and it was chosen today
            history.removeLast();
        }
        history.add(new PhaseChange(phase, on));
    }

    /** Takes over a history kept elsewhere; nothing happens to one that does not end in the present phase. */
    void adopt(List<PhaseChange> kept) {
        if (!kept.isEmpty() && kept.getLast().phase() == content.phase()) {
            history = new ArrayList<>(kept);
        }
    }

    /** Remembers why it was made although others exist. */
    void answer(Originality given) {
        originality = given;
    }

    /** Links that were given away must not die: once published, an address stays. */
    boolean mayBeRenamed() {
        return revision() == 0;
    }

    void rename(String newSlug) {
        if (!mayBeRenamed()) {
            throw new IllegalStateException("Others already know it as " + slug);
        }
        slug = newSlug;
    }

    /**
     * Takes over what the directory now says.
     *
     * @return whether something changed
     */
    boolean refresh(Surroundings newSurroundings, Clock clock) {
        if (surroundings.equals(newSurroundings)) {
            return false;
        }
        adopt(newSurroundings, Set.of(), clock);
        return true;
    }

    /** Whoever wrote it is no more: administrators look after it, as after an imported one. */
    void forgetAuthor() {
        ownerAccount = null;
    }

    /** Takes over what others found it worth; told only when that has changed. */
    void recognise(Recognition found, Clock clock) {
        if (recognition.equals(found)) {
            return;
        }
        recognition = found;
        if (isPublished()) {
            tell(Set.of(), clock);
        }
    }

    private void adopt(Surroundings newSurroundings, Set<String> goneBlocks, Clock clock) {
        surroundings = newSurroundings;
        words = words(content, newSurroundings);
        blockIds = new LinkedHashSet<>(content.blockIds());
        blockIds.addAll(toldBlocks);
        if (isPublished()) {
            tell(goneBlocks, clock);
        }
    }

    void publish(Clock clock) {
        if (isPublished()) {
            return;
        }
        if (holds.holdBack()) {
            throw UseCaseProblem.USE_CASE_HELD_BACK.asException();
        }
        status = UseCaseStatus.PUBLISHED;
        updatedAt = now(clock);
        publishedAt = updatedAt;
        tell(Set.of(), clock);
    }

    void withdraw(Clock clock) {
        switch (status) {
            case DRAFT -> throw UseCaseProblem.NEVER_PUBLISHED.asException();
            case PUBLISHED -> {
                status = UseCaseStatus.WITHDRAWN;
                updatedAt = now(clock);
                nextRevision();
                announce(TOLD_WITHDRAWN, id, new Withdrawn(id), clock);
                content.blockIds().forEach(block -> announce(BLOCK_WITHDRAWN, block, new Withdrawn(block), clock));
            }
            case WITHDRAWN -> {}
        }
    }

    /** @return whether the decision is news: withdrawn by it, or shown again where it had withdrawn it */
    boolean decided(ItemDecision decision, Clock clock) {
        if (!holds.isNews(decision)) {
            return false;
        }
        boolean comesBack = holds.wasVisibleBefore(decision);
        holds = holds.with(decision, isPublished());
        if (decision.hidden() && isPublished()) {
            withdraw(clock);
        } else if (comesBack && !holds.holdBack()) {
            publish(clock);
        }
        return true;
    }

    /** Whether moderators took it down: its author cannot publish it. */
    public boolean isHeldBack() {
        return holds.holdBack();
    }

    private void tell(Set<String> goneBlocks, Clock clock) {
        nextRevision();
        announce(TOLD_PUBLISHED, id, PublicUseCase.of(this), clock);
        for (Block block : content.blocks()) {
            announce(BLOCK_PUBLISHED, block.id(), PublicBlock.of(this, block), clock);
            toldBlocks.add(block.id());
        }
        goneBlocks.forEach(block -> announce(BLOCK_WITHDRAWN, block, new Withdrawn(block), clock));
    }

    /** What a replay tells of it; empty while others have never heard of it. */
    Optional<OutboxEntry> current(Clock clock) {
        if (revision() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                isPublished()
                        ? currentFact(TOLD_PUBLISHED, id, PublicUseCase.of(this), clock)
                        : currentFact(TOLD_WITHDRAWN, id, new Withdrawn(id), clock));
    }

    /** What a replay tells of its bricks, those that are gone included. */
    List<OutboxEntry> currentBlocks(Clock clock) {
        List<OutboxEntry> facts = new ArrayList<>();
        for (String told : toldBlocks) {
            Optional<Block> visible = block(told).filter(block -> isPublished());
            facts.add(visible.map(block -> currentFact(BLOCK_PUBLISHED, told, PublicBlock.of(this, block), clock))
                    .orElseGet(() -> currentFact(BLOCK_WITHDRAWN, told, new Withdrawn(told), clock)));
        }
        return facts;
    }

    /** One of its bricks, unless it has been removed. */
    public Optional<Block> block(String blockId) {
        return content.blocks().stream()
                .filter(block -> block.id().equals(blockId))
                .findFirst();
    }

    /** A brick of its own, perhaps removed since. */
    boolean owns(String blockId) {
        return blockIds.contains(blockId);
    }

    /** Whether it was ever published: its address stays, and its steps follow one another. */
    public boolean isKnownToOthers() {
        return revision() > 0;
    }

    public boolean isPublished() {
        return status == UseCaseStatus.PUBLISHED;
    }

    /** Its author and administrators. */
    public boolean mayBeEditedBy(CurrentUser user) {
        return user.isAdmin() || user.accountId().equals(ownerAccount);
    }

    /** Moderators too. */
    public boolean mayBeWithdrawnBy(CurrentUser user) {
        return mayBeEditedBy(user) || user.isModerator();
    }

    public boolean isVisibleTo(Optional<CurrentUser> reader) {
        if (reader.filter(this::mayBeEditedBy).isPresent()) {
            return true;
        }
        if (!isPublished()) {
            // who looks at it again must see it
            return isHeldBack() && reader.filter(CurrentUser::isModerator).isPresent();
        }
        return switch (content.visibility()) {
            case PUBLIC -> true;
            case AGENTS -> reader.isPresent();
            case NETWORK, ME -> false;
        };
    }

    boolean cameFrom(String key) {
        return key.equals(sourceKey);
    }

    boolean saysTheSameAs(String digest) {
        return digest.equals(sourceDigest);
    }

    void remember(String digest) {
        sourceDigest = digest;
    }

    public String id() {
        return id;
    }

    /** Its address, unlike any other's. */
    public String slug() {
        return slug;
    }

    public UseCaseStatus status() {
        return status;
    }

    public UseCaseContent content() {
        return content;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** Every phase it has been in with the day it began, the present one last. */
    public List<PhaseChange> history() {
        return List.copyOf(history);
    }

    /** Why it was made although others exist; absent where nobody asked. Shown to those who edit it. */
    public Optional<Originality> originality() {
        return Optional.ofNullable(originality);
    }

    List<String> words() {
        return List.copyOf(words);
    }

    /** Absent until it is published. */
    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Recognition recognition() {
        return recognition;
    }

    /** Whether that account wrote it. */
    public boolean isBy(String account) {
        return account.equals(ownerAccount);
    }

    /** The account that wrote it, to tell it something; absent where it came from a file. Never shown. */
    public Optional<String> author() {
        return Optional.ofNullable(ownerAccount);
    }

    public String url() {
        return "/cas-usage/" + slug;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(PARIS).toLocalDate();
    }

    private static Instant now(Clock clock) {
        // the store keeps milliseconds
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<String> words(UseCaseContent content, Surroundings surroundings) {
        List<@Nullable String> texts = new ArrayList<>(List.of(content.title(), content.pitch()));
        surroundings.organizations().forEach(each -> {
            texts.add(each.name());
            texts.add(each.acronym());
        });
        content.themes().forEach(theme -> texts.add(theme.label()));
        content.skills().forEach(skill -> texts.add(skill.label()));
        content.blocks().forEach(block -> texts.add(block.name()));
        return Words.of(texts.toArray(String[]::new)).stream().limit(MOST_WORDS).toList();
    }

    private record Withdrawn(String id) {}
}
