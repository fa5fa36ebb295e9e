import Testing

@testable import RouteSolver

@Suite("How a search shares out its time")
struct CourseTests {
  private func course(
    stops: Int, isLong: Bool = false, searches: Int = 1, iterations: Double
  ) -> AnnealingCourse {
    AnnealingCourse(
      stops: stops, isLong: isLong, searches: searches, iterations: iterations,
      settings: SearchSettings())
  }

  @Test("few stops and many iterations: several plans, then milder coolings, without a gap")
  func several() {
    let course = course(stops: 200, iterations: 1_000_000)
    #expect(course.fresh.count == 8)
    #expect(course.later.count == 4)
    let cycles = course.fresh + course.later
    #expect(cycles.first?.begin == 0)
    #expect(cycles.last?.end == 1)
    for (cycle, next) in zip(cycles, cycles.dropFirst()) {
      #expect(abs(cycle.end - next.begin) < 1e-12)
    }
    #expect(course.later.allSatisfy { $0.heat < 1 })
  }

  @Test("searches side by side make the plans between them")
  func sideBySide() {
    #expect(course(stops: 200, searches: 2, iterations: 1_000_000).fresh.count == 4)
  }

  @Test("few iterations make fewer plans; hardly any make one")
  func fewIterations() {
    #expect(course(stops: 200, iterations: 36_000).fresh.count == 3)
    let single = course(stops: 200, iterations: 20_000)
    #expect(single.fresh.count == 1)
    #expect(single.later.isEmpty)
  }

  @Test("a plan of many stops needs far more; without them it has all the time for itself")
  func manyStops() {
    let single = course(stops: 1_000, isLong: true, iterations: 3_000_000)
    #expect(single.fresh.count == 1)
    #expect(single.later.isEmpty)
    #expect(course(stops: 1_000, iterations: 3_000_000).fresh.count == 8)
    #expect(course(stops: 1_000, isLong: true, iterations: 10_000_000).fresh.count == 5)
    #expect(course(stops: 500, isLong: true, iterations: 2_000_000).fresh.count == 4)
  }
}
