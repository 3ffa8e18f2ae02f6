package fr.agora.projects.datagouv;

import fr.agora.platform.text.OpaqueId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A use case uses or produces something data.gouv.fr lists. */
@Document("data_links")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, 'kind': 1, 'dataId': 1}", unique = true)
public record DataLink(@Id String id, String useCaseId, DataRelation relation, DataKind kind, String dataId) {

    @PersistenceCreator
    public DataLink {}

    static DataLink of(String useCaseId, DataRelation relation, DataRef ref) {
        return new DataLink(OpaqueId.next("dl"), useCaseId, relation, ref.kind(), ref.id());
    }

    public DataRef ref() {
        return new DataRef(kind, dataId);
    }
}
