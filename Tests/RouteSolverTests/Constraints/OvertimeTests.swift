import Quantities
import RouteSolver
import Testing

@Suite("Overtime")
struct OvertimeTests {
  @Test("begins after the last second that is paid as usual")
  func edge() throws {
    var line = Line(2)
    line.vehicle.costPerOvertimeSecond = 7
    let free = judged(try line.problem())
    line.vehicle.overtimeAfter = Seconds(4_200)
    #expect(judged(try line.problem()).cost == free.cost)
    line.vehicle.overtimeAfter = Seconds(4_199)
    let paid = judged(try line.problem())
    #expect(paid.cost.overtime == Cost(7) && paid.cost.travel == free.cost.travel)
  }

  @Test("counts paid breaks and no others")
  func breaks() throws {
    var line = Line(2)
    line.vehicle.shift.end = .hours(8) + Seconds(6_000)
    line.vehicle.overtimeAfter = Seconds(4_200)
    line.vehicle.costPerOvertimeSecond = 2
    line.vehicle.breaks = [
      RoutingBreak(
        window: HorizonSpan(.hours(8) + Seconds(1_000), .hours(8) + Seconds(3_000)),
        duration: Seconds(1_800))
    ]
    #expect(judged(try line.problem()).cost.overtime == Cost(3_600))
    line.vehicle.breaks[0].isPaid = false
    #expect(judged(try line.problem()).cost.overtime == .zero)
  }

  @Test("counts waiting, so that the crew leaves later")
  func waiting() throws {
    var line = Line(1)
    line.stops[0].windows = [HorizonSpan(.hours(12), .hours(13))]
    line.vehicle.overtimeAfter = Seconds(2_100)
    line.vehicle.costPerOvertimeSecond = 1
    let solution = judged(try line.problem())
    #expect(solution.cost.overtime == .zero)
    #expect(solution.routes[0].departure >= .hours(12) - Seconds(600))
  }

  @Test("is not paid for a visit that is worth less")
  func worth() throws {
    var line = Line(1)
    line.stops[0].isRequired = false
    line.stops[0].prize = Cost(1_301)
    line.vehicle.overtimeAfter = Seconds(2_000)
    line.vehicle.costPerOvertimeSecond = 1
    #expect(
      judged(try line.problem()).unserved.map(\.reason) == [])
    line.vehicle.costPerOvertimeSecond = 2
    #expect(
      judged(try line.problem()).unserved.map(\.reason) == [.notWorthwhile(by: Cost(99))])
  }
}
