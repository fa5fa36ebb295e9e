/// The earliest way to have got to a place with so many breaks behind, where ways take longer at
/// some hours than at others.
struct TimedLabel: BitwiseCopyable {
  /// When the crew is done here; `.max` if that cannot be.
  var clock: Int32
  var driving: Int32 = 0
  /// Driving since the last rest, and the most there has been between two rests.
  var sinceRest: Int32 = 0
  var longest: Int32 = 0
  /// Time on breaks, and the part of it that is no duty.
  var rest: Int32 = 0
  var unpaid: Int32 = 0
  /// Breaks behind when the crew was done at the place before, and those taken before the leg here.
  var before: Int32 = 0
  var pausesBefore: Int32 = 0
  /// The window of the service.
  var window: Int32 = -1

  static let infeasible = TimedLabel(clock: .max)

  @inline(__always)
  var isFeasible: Bool { clock != .max }

  /// The label after a pause here, or an infeasible one.
  @inline(__always)
  func pausing(_ pause: CompiledBreak) -> TimedLabel {
    guard isFeasible, clock <= pause.close else { return .infeasible }
    var label = self
    label.clock = max(clock, pause.open) + pause.duration
    label.rest += pause.duration
    label.unpaid += pause.unpaid
    return label
  }
}
