package fr.agora.search.feed;

import fr.agora.search.catalogue.Entry;

/** What this service reads of a published fact. */
sealed interface View permits OfferView, UseCaseView, BlockView, MemberView, OrganizationView, ReferenceDataView {

    String visibility();

    Entry toEntry();
}
