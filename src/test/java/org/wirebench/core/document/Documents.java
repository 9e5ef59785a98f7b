package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestStores;

/** Documents in stores, taken in by jobs. */
final class Documents implements AfterEachCallback {
  final TestStores stores = new TestStores();
  final TestJobs jobs = new TestJobs();

  ByteStore store(byte[] bytes) throws IOException {
    ByteStore store = stores.stores().create();
    store.append(bytes, 0, bytes.length);
    return store;
  }

  ByteStore store(String text) throws IOException {
    return store(text.getBytes(UTF_8));
  }

  static void append(ByteStore store, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    store.append(bytes, 0, bytes.length);
  }

  JsonRows json(String text) throws Exception {
    return finished(new JsonRows(store(text), UTF_8, stores.stores()));
  }

  <T extends DocumentRows> T finished(T rows) throws InterruptedException {
    return jobs.run(
        context -> {
          rows.finish(context);
          return rows;
        });
  }

  void update(DocumentRows rows) throws InterruptedException {
    boolean _ =
        jobs.run(
            context -> {
              rows.update(context);
              return true;
            });
  }

  static List<String> texts(DocumentRows rows) throws IOException {
    List<String> texts = new ArrayList<>();
    for (long i = 0; i < rows.size(); i++) {
      texts.add(rows.row(i).text());
    }
    return texts;
  }

  static String written(TreeRows rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rows.write(out);
    return out.toString(UTF_8);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    jobs.close();
    stores.close();
  }
}
