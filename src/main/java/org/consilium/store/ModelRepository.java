package org.consilium.store;

import java.util.List;
import java.util.Optional;

public interface ModelRepository {
    Optional<String> served();

    Optional<String> previouslyServed();

    Optional<byte[]> model(String name);

    Optional<ModelRow> row(String name);

    List<ModelRow> rows();

    void save(ModelRow row, byte[] model);

    void promote(String name, String before);

    void rollback();
}
