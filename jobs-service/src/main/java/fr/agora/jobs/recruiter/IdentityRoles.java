package fr.agora.jobs.recruiter;

/** Where the roles of accounts are kept. Both calls may be repeated: what is so already stays so. */
interface IdentityRoles {

    /** @throws IdentityUnavailable when it is not sure that it was done */
    void give(String account);

    /** @throws IdentityUnavailable when it is not sure that it was done */
    void takeBack(String account);

    /** The identity server did not answer as it should; try later. */
    final class IdentityUnavailable extends RuntimeException {
        IdentityUnavailable(String what) {
            super(what);
        }
    }
}
