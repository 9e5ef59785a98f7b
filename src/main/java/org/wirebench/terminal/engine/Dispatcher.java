package org.wirebench.terminal.engine;

/** Hands on what the parser reads to those who do it. */
final class Dispatcher implements Actions {
  private final Printer printer;
  private final ControlFunctions controls;
  private final EscapeFunctions escapes;
  private final SystemCommands commands;
  private final DeviceStrings strings;

  Dispatcher(Emulation emulation) {
    this.printer = new Printer(emulation);
    this.controls = new ControlFunctions(emulation, printer);
    this.escapes = new EscapeFunctions(emulation, controls);
    this.commands = new SystemCommands(emulation);
    this.strings = new DeviceStrings(emulation);
  }

  /** The lines are others than before. */
  void resized() {
    printer.part();
  }

  @Override
  public void print(byte[] bytes, int from, int to) {
    printer.print(bytes, from, to);
  }

  @Override
  public void print(int codePoint) {
    printer.print(codePoint);
  }

  @Override
  public void delete() {
    printer.delete();
  }

  @Override
  public void execute(int control) {
    printer.part();
    escapes.execute(control);
  }

  @Override
  public void escape(Function function) {
    printer.part();
    escapes.escape(function);
  }

  @Override
  public void control(Function function, Params params) {
    if (function.code() != 'b') {
      printer.part();
    }
    controls.perform(function, params);
    printer.part();
  }

  @Override
  public void device(Function function, Params params, String data) {
    printer.part();
    strings.perform(function, data);
  }

  @Override
  public void system(String data, boolean byBell) {
    printer.part();
    commands.perform(data, byBell);
  }
}
