import Briefing
import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension MapPainter {
  /// The way driven, with a light rim and marks for its direction.
  func drawRoute(_ legs: [[Coordinate]], width: Double) {
    let lines = legs.filter { $0.count > 1 }.map {
      Simplifier.simplified(projection.points($0))
    }
    canvas.clipped(to: projection.box) {
      canvas.lines(lines, Canvas.Pen(width: width + 1.6, ink: .white, alpha: 0.85))
      canvas.lines(lines, Canvas.Pen(width: width, ink: .accent, alpha: 0.85))
      for line in lines { drawArrows(along: line, size: width * 1.5) }
    }
  }

  /// A white mark in the way's direction every 70 points.
  private func drawArrows(along line: [Point], size: Double) {
    var travelled = 35.0
    for (from, to) in zip(line, line.dropFirst()) {
      let length = from.distance(to: to)
      guard length > 0 else { continue }
      if travelled + length >= 70, length > size {
        let angle = atan2(to.y - from.y, to.x - from.x)
        let middle = Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
        if projection.box.contains(middle) { drawArrow(at: middle, angle: angle, size: size) }
        travelled = 0
      } else {
        travelled += length
      }
    }
  }

  private func drawArrow(at place: Point, angle: Double, size: Double) {
    func corner(_ turn: Double, _ reach: Double) -> Point {
      let direction = Direction(angle + turn)
      return Point(
        x: place.x + direction.east * reach, y: place.y + direction.south * reach)
    }
    canvas.fill(
      [[corner(0, size), corner(2.5, size), corner(.pi, size * 0.3), corner(-2.5, size)]], .white)
    canvas.line(
      [
        corner(0, size), corner(2.5, size), corner(.pi, size * 0.3), corner(-2.5, size),
        corner(0, size),
      ],
      Canvas.Pen(width: 0.35, ink: .accent))
  }

  /// Where the numbered discs of stops go, moved aside where they would lie on each other.
  static func discs(
    for stops: [Point], base: Point?, radius: Double, in box: Box
  ) -> [Point] {
    var placed: [Point] = []
    let obstacle = base.map { [$0] } ?? []
    for stop in stops {
      var options = [stop]
      for ring in [2.3, 3.4, 4.6, 6.0, 7.5] {
        for step in 0..<12 {
          let direction = Direction(Double(step) * .pi / 6 - .pi / 2)
          options.append(
            Point(
              x: stop.x + direction.east * radius * ring,
              y: stop.y + direction.south * radius * ring))
        }
      }
      let room = box.inset(by: radius + 1)
      let free = options.first { option in
        room.contains(option)
          && !(placed + obstacle).contains { $0.distance(to: option) < radius * 2.1 }
          && (option == stop
            || !stops.contains { $0 != stop && $0.distance(to: option) < radius * 1.2 })
      }
      placed.append(free ?? stop)
    }
    return placed
  }

  /// A numbered disc with a line to the place it stands for.
  func drawStop(_ number: Int, at place: Point, disc: Point, radius: Double) {
    if disc != place {
      canvas.line([disc, place], Canvas.Pen(width: 1.8, ink: .white))
      canvas.line([disc, place], Canvas.Pen(width: 0.8, ink: .black))
      canvas.fillCircle(place, radius: 1.9, .white)
      canvas.fillCircle(place, radius: 1.5, .black)
    }
    canvas.fillCircle(disc, radius: radius + 0.9, .white)
    canvas.fillCircle(disc, radius: radius, .accent)
    canvas.text(
      String(number),
      TextStyle(size: number > 99 ? radius : radius * 1.25, isBold: true, ink: .white),
      around: disc)
  }

  /// The base: a square with a house's roof.
  func drawBase(at place: Point, size: Double) {
    let half = size / 2
    let outline = [
      Point(x: place.x - half, y: place.y + half),
      Point(x: place.x - half, y: place.y - half * 0.2),
      Point(x: place.x, y: place.y - half * 1.2), Point(x: place.x + half, y: place.y - half * 0.2),
      Point(x: place.x + half, y: place.y + half),
    ]
    canvas.line(outline + [outline[0]], Canvas.Pen(width: 3, ink: .white))
    canvas.fill([outline], .black)
    canvas.fill(
      Box(
        x: place.x - half * 0.28, y: place.y + half * 0.1, width: half * 0.56, height: half * 0.9),
      .white)
  }
}
