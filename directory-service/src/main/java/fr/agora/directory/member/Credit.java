package fr.agora.directory.member;

import java.util.List;

/** A use case the member accepted to be named for, and the skills it bears out. */
record Credit(String useCaseId, String url, List<String> skills) {

    Credit {
        skills = List.copyOf(skills);
    }
}
