package fr.agora.directory.member;

import java.util.List;

/**
 * Somebody accepted to be named for a use case: what bears out their skills. Published inside the directory by whoever
 * hears of credits; the same one again changes nothing.
 *
 * @param url path of the use case's page
 * @param skills codes of the skills the use case called for; only those the member claims become evidenced
 */
public record CreditAccepted(String memberId, String useCaseId, String url, List<String> skills) {

    public CreditAccepted {
        skills = List.copyOf(skills);
    }
}
