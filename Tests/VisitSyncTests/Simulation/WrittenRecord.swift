import FieldModel
import Quantities

@testable import VisitSync

/// What a device truly wrote, kept apart from anything that reads it back.
struct WrittenRecord {
  /// The line in the file, without its line feed.
  let line: [UInt8]
  let identity: RecordIdentity
  let log: Identifier<VisitLog>
  let sequence: Int64
  /// The record that the device wrote before it, in truth.
  let parent: RecordIdentity?
  let events: [VisitEvent]
}

/// A device with its file; copying the value clones the device with all its secrets.
struct SimulatedDevice {
  var pack: TripPack
  var writer: VisitLogWriter
  /// The file as it stands.
  var file: [UInt8]
  /// How far the device's clock is off, in seconds.
  var skew: Int64
  /// Seconds since the morning.
  var time: Int64
  /// Earlier states of the file that somebody kept.
  var snapshots: [[UInt8]] = []
}
