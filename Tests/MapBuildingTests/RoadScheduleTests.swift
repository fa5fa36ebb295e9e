import FieldModel
import MapBuilding
import Quantities
import RoadNetwork
import TestSupport
import Testing

@Suite("Road schedules")
struct RoadScheduleTests {
  private let text = """
    format: rounds-roads
    version: 1
    closures:
      - at: "-0.0018,0.0036"
        reason: 桥梁维修
    areas:
      - name: 内环
        modes: [motorcycle, e-bike]
        outline: ["1,1", "1,2", "2,2"]
    periods:
      - name: rush
        hours: Mo-Fr 07:00-09:00
        speeds: {residential: 50 %}
      - name: day
        hours: 06:00-20:00
        speeds: {residential: 80 %}
    """

  private func read(_ text: String) -> (RoadSchedule?, [String]) {
    let (schedule, remarks) = RoadScheduleFile.read(Array(text.utf8))
    return (schedule, remarks.map { "\($0.line ?? 0) \($0.field) \($0.code)" })
  }

  @Test("say what is closed, for whom, and how fast traffic is when")
  func whole() throws {
    let (read, remarks) = read(text)
    #expect(remarks.isEmpty)
    let schedule = try #require(read)
    #expect(schedule.closures.map(\.reason) == ["桥梁维修"])
    #expect(schedule.areas.map(\.area.modes) == [[.motorcycle, .eBike]])
    #expect(schedule.areas[0].area.outline.count == 3)
    // The first of two periods counts, and the weekend has only the second.
    #expect(schedule.period(at: 8 * 60)?.name == "rush")
    #expect(schedule.period(at: 5 * 1440 + 8 * 60)?.name == "day")
    #expect(schedule.period(at: 23 * 60) == nil)
    #expect(schedule.period(at: 8 * 60)?.speeds == [.residential: 50])
  }

  @Test("close the nearest road, and tell of closures beside no road")
  func conditions() throws {
    let town = try RoadSketch(
      """
      A-------C
      |       |
      D---F---E
      """, streets: ["AD", "CE", "AC", "DFE"])
    var schedule = try #require(read(text).0)
    let (conditions, unplaced) = schedule.conditions(at: 8 * 60, on: town.network)
    #expect(unplaced.isEmpty)
    #expect(conditions.closedRoads == [town.between("D", "F").road])
    #expect(conditions.speeds == [.residential: 50])
    #expect(conditions.minuteOfWeek == 8 * 60)
    #expect(schedule.conditions(at: nil, on: town.network).conditions.speeds.isEmpty)
    schedule.closures[0].place = Coordinate(latitude: 9_000_000, longitude: 9_000_000)
    #expect(schedule.conditions(at: nil, on: town.network).unplaced == schedule.closures)
  }

  @Test("with a fault are refused, with line and key")
  func faults() {
    let faults = [
      ("-0.0018,0.0036", "somewhere", "4 closures[0].at not-a-place"),
      ("Mo-Fr 07:00-09:00", "in the morning", "12 periods[0].hours not-hours"),
      ("50 %", "5 %", "13 periods[0].speeds.residential out-of-range"),
      ("50 %", "50", "13 periods[0].speeds.residential wrong-unit"),
      ("motorcycle,", "tank,", "8 areas[0].modes unknown-value"),
      (", \"2,2\"]", "]", "9 areas[0].outline out-of-range"),
      ("reason:", "because:", "4 closures[0].because unknown-key"),
      ("residential: 50", "boulevard: 50", "13 periods[0].speeds.boulevard unknown-key"),
    ]
    for (found, other, expected) in faults {
      let (schedule, remarks) = read(text.replacing(found, with: other))
      #expect(schedule == nil)
      #expect(remarks.contains { $0.hasSuffix(String(expected.drop { $0 != " " })) }, "\(remarks)")
    }
    #expect(read("format: rounds-roads\nversion: 1\n").0 == RoadSchedule())
  }
}
