package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.settings.Folders;
import org.wirebench.testkit.TestFolders;

class OwnStateTest {
  @TempDir private Path home;

  @Test
  void aSecondCopyNeverWritesWhatTheFirstRemembers() throws IOException {
    Folders folders = TestFolders.in(home);
    Path second;
    try (OwnState one = OwnState.of(folders);
        OwnState two = OwnState.of(folders);
        OwnState three = OwnState.of(folders)) {
      assertThat(one.isFirst()).isTrue();
      assertThat(one.folders()).isEqualTo(folders);
      assertThat(two.isFirst()).isFalse();
      assertThat(two.folders().state()).isNotIn(folders.state(), three.folders().state());
      assertThat(two.folders().config()).isEqualTo(folders.config());
      second = two.folders().state();
    }
    try (OwnState one = OwnState.of(folders);
        OwnState again = OwnState.of(folders)) {
      assertThat(one.isFirst()).isTrue();
      assertThat(again.folders().state()).isEqualTo(second);
    }
  }
}
