// swift-tools-version: 6.2

import PackageDescription

let engines: [Target.Dependency] = [
  .product(name: "Quantities", package: "rounds"),
  .product(name: "RoadNetwork", package: "rounds"),
  .product(name: "MapBuilding", package: "rounds"),
]
let sync: [Target.Dependency] = [
  .product(name: "Quantities", package: "rounds"),
  .product(name: "FieldModel", package: "rounds"),
  .product(name: "VisitSync", package: "rounds"),
]
let solver: [Target.Dependency] = [
  .product(name: "Quantities", package: "rounds"),
  .product(name: "RouteSolver", package: "rounds"),
]

let package = Package(
  name: "rounds-benchmarks",
  dependencies: [.package(name: "rounds", path: "..")],
  targets: [
    .target(name: "Measuring", dependencies: engines),
    .executableTarget(name: "roads-bench", dependencies: engines + ["Measuring"]),
    .executableTarget(name: "sync-bench", dependencies: sync + ["Measuring"]),
    .executableTarget(name: "solver-bench", dependencies: solver + ["Measuring"]),
    // Replaces malloc, so that nothing but the gates may link it.
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "road-gates", dependencies: engines + ["Measuring", "CAllocationCount"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.name != "CAllocationCount" {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
}
