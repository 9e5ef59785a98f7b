package org.wirebench.terminal.engine;

import java.util.List;
import java.util.Optional;

/**
 * The colours that a user may choose from: two of Wirebench, and some that are well known, with the
 * values that their authors published. Where these name no selection or cursor, or fewer than
 * sixteen colours (One Dark and One Light are those of an editor), the choice among theirs is ours.
 */
public final class ColorSchemes {
  /** For windows in the light theme, of the colours that this has. */
  public static final ColorScheme WIREBENCH_LIGHT =
      new ColorScheme(
          "Wirebench Light",
          0x24292f,
          0xffffff,
          0x0969da,
          0xb6e3ff,
          List.of(
              0x24292f, 0xcf222e, 0x116329, 0x7d4e00, 0x0969da, 0x8250df, 0x1b7c83, 0x6e7781,
              0x57606a, 0xa40e26, 0x1a7f37, 0x9a6700, 0x218bff, 0xa475f9, 0x3192aa, 0x8c959f));

  /** For windows in the dark theme, of the colours that this has. */
  public static final ColorScheme WIREBENCH_DARK =
      new ColorScheme(
          "Wirebench Dark",
          0xc9d1d9,
          0x0d1117,
          0x58a6ff,
          0x0d419d,
          List.of(
              0x484f58, 0xff7b72, 0x3fb950, 0xd29922, 0x58a6ff, 0xbc8cff, 0x39c5cf, 0xb1bac4,
              0x6e7681, 0xffa198, 0x56d364, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd, 0xf0f6fc));

  /** All of them, in the order to be offered. */
  public static final List<ColorScheme> ALL =
      List.of(
          WIREBENCH_LIGHT,
          WIREBENCH_DARK,
          ColorScheme.DEFAULT,
          new ColorScheme(
              "Solarized Light",
              0x657b83,
              0xfdf6e3,
              0x657b83,
              0xeee8d5,
              List.of(
                  0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5,
                  0x002b36, 0xcb4b16, 0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3)),
          new ColorScheme(
              "Solarized Dark",
              0x839496,
              0x002b36,
              0x839496,
              0x073642,
              List.of(
                  0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5,
                  0x002b36, 0xcb4b16, 0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3)),
          new ColorScheme(
              "Gruvbox Dark",
              0xebdbb2,
              0x282828,
              0xebdbb2,
              0x665c54,
              List.of(
                  0x282828, 0xcc241d, 0x98971a, 0xd79921, 0x458588, 0xb16286, 0x689d6a, 0xa89984,
                  0x928374, 0xfb4934, 0xb8bb26, 0xfabd2f, 0x83a598, 0xd3869b, 0x8ec07c, 0xebdbb2)),
          new ColorScheme(
              "Gruvbox Light",
              0x3c3836,
              0xfbf1c7,
              0x3c3836,
              0xd5c4a1,
              List.of(
                  0xfbf1c7, 0xcc241d, 0x98971a, 0xd79921, 0x458588, 0xb16286, 0x689d6a, 0x7c6f64,
                  0x928374, 0x9d0006, 0x79740e, 0xb57614, 0x076678, 0x8f3f71, 0x427b58, 0x3c3836)),
          new ColorScheme(
              "Dracula",
              0xf8f8f2,
              0x282a36,
              0xf8f8f2,
              0x44475a,
              List.of(
                  0x21222c, 0xff5555, 0x50fa7b, 0xf1fa8c, 0xbd93f9, 0xff79c6, 0x8be9fd, 0xf8f8f2,
                  0x6272a4, 0xff6e6e, 0x69ff94, 0xffffa5, 0xd6acff, 0xff92df, 0xa4ffff, 0xffffff)),
          new ColorScheme(
              "Nord",
              0xd8dee9,
              0x2e3440,
              0xd8dee9,
              0x434c5e,
              List.of(
                  0x3b4252, 0xbf616a, 0xa3be8c, 0xebcb8b, 0x81a1c1, 0xb48ead, 0x88c0d0, 0xe5e9f0,
                  0x4c566a, 0xbf616a, 0xa3be8c, 0xebcb8b, 0x81a1c1, 0xb48ead, 0x8fbcbb, 0xeceff4)),
          new ColorScheme(
              "One Dark",
              0xabb2bf,
              0x282c34,
              0x528bff,
              0x3e4451,
              List.of(
                  0x282c34, 0xe06c75, 0x98c379, 0xe5c07b, 0x61afef, 0xc678dd, 0x56b6c2, 0xabb2bf,
                  0x5c6370, 0xe06c75, 0x98c379, 0xe5c07b, 0x61afef, 0xc678dd, 0x56b6c2, 0xffffff)),
          new ColorScheme(
              "One Light",
              0x383a42,
              0xfafafa,
              0x526fff,
              0xe5e5e6,
              List.of(
                  0x383a42, 0xe45649, 0x50a14f, 0xc18401, 0x4078f2, 0xa626a4, 0x0184bc, 0xa0a1a7,
                  0x696c77, 0xe45649, 0x50a14f, 0xc18401, 0x4078f2, 0xa626a4, 0x0184bc, 0xfafafa)),
          new ColorScheme(
              "Tomorrow Night",
              0xc5c8c6,
              0x1d1f21,
              0xc5c8c6,
              0x373b41,
              List.of(
                  0x1d1f21, 0xcc6666, 0xb5bd68, 0xf0c674, 0x81a2be, 0xb294bb, 0x8abeb7, 0xc5c8c6,
                  0x969896, 0xcc6666, 0xb5bd68, 0xf0c674, 0x81a2be, 0xb294bb, 0x8abeb7, 0xffffff)),
          new ColorScheme(
              "Monokai",
              0xf8f8f2,
              0x272822,
              0xf8f8f0,
              0x49483e,
              List.of(
                  0x272822, 0xf92672, 0xa6e22e, 0xf4bf75, 0x66d9ef, 0xae81ff, 0xa1efe4, 0xf8f8f2,
                  0x75715e, 0xf92672, 0xa6e22e, 0xf4bf75, 0x66d9ef, 0xae81ff, 0xa1efe4, 0xf9f8f5)),
          new ColorScheme(
              "Tango",
              0xd3d7cf,
              0x000000,
              0xd3d7cf,
              0x3465a4,
              List.of(
                  0x000000, 0xcc0000, 0x4e9a06, 0xc4a000, 0x3465a4, 0x75507b, 0x06989a, 0xd3d7cf,
                  0x555753, 0xef2929, 0x8ae234, 0xfce94f, 0x729fcf, 0xad7fa8, 0x34e2e2, 0xeeeeec)),
          new ColorScheme(
              "Campbell",
              0xcccccc,
              0x0c0c0c,
              0xffffff,
              0x264f78,
              List.of(
                  0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc,
                  0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2)));

  private ColorSchemes() {}

  /** The scheme of this name, as it is written in {@link #ALL}. */
  public static Optional<ColorScheme> byName(String name) {
    return ALL.stream().filter(scheme -> scheme.name().equals(name)).findFirst();
  }

  /** The scheme that goes with a theme, where the user chose none. */
  public static ColorScheme ofTheme(boolean dark) {
    return dark ? WIREBENCH_DARK : WIREBENCH_LIGHT;
  }
}
