using VksServerless.Units;

namespace VksServerless.Figures;

/// <summary>What an accepted report brings: its figures and the version that they came from.</summary>
public sealed record Contribution(UnitCode Unit, int Version, Sha256 Sha256, IReadOnlyDictionary<string, Figure> Figures);
