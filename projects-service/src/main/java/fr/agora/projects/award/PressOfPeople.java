package fr.agora.projects.award;

import fr.agora.projects.credit.Press;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The links of a use case that speak of one person, for those who show what that person did. */
@Component
class PressOfPeople implements Press {

    private static final int MOST = 20;

    private final MongoTemplate store;

    PressOfPeople(MongoTemplate store) {
        this.store = store;
    }

    @Override
    public List<Line> of(String useCaseId, String memberId) {
        return store
                .find(
                        Query.query(Criteria.where("useCaseId")
                                        .is(useCaseId)
                                        .and("members")
                                        .is(memberId))
                                .with(Sort.by(Sort.Order.desc("publishedOn"), Sort.Order.asc("_id")))
                                .limit(MOST)
                                .cursorBatchSize(MOST),
                        Mention.class)
                .stream()
                .map(each -> new Line(each.kind().name(), each.title(), each.source(), each.publishedOn(), each.link()))
                .toList();
    }
}
