package fr.agora.directory.privacy;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Declares, as a bean, one kind of thing a package keeps of a person, for the export they may ask for. What it names
 * must also end or become anonymous at {@link fr.agora.directory.member.MemberErased}.
 */
public interface HeldData {

    /** Name of the list in the export, in the plural and camel case: {@code mandates}, {@code messagesReceived}. */
    String kind();

    /**
     * Hands over everything of this kind, one after the other and never all in memory; each is written as JSON. Nothing
     * of other people than the person may be in it.
     *
     * @param memberId absent where the account has no profile
     */
    void forEachOf(String accountId, @Nullable String memberId, Consumer<Object> sink);
}
