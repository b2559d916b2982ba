using System.Security.Cryptography;
using System.Text;
using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>How a unit meets its deadline.</summary>
internal enum Behaviour
{
    Early,
    LastHours,
    Late,
    Missing,
    Extended,
    Exempt,
}

/// <summary>What one unit does in a cycle of the demo.</summary>
/// <param name="Subordinates">How many participants stand directly below it.</param>
/// <param name="Mistake">The fault of its first report, for which it is returned; null: none.</param>
internal sealed record DemoUnit(Unit Unit, Behaviour Behaviour, int Subordinates, Mistake? Mistake)
{
    /// <summary>It consolidates and judges the reports of those below it.</summary>
    public bool HasSubordinates => Subordinates > 0;

    public UnitCode Code => Unit.Code;

    /// <summary>Whether its report comes at all; then it is accepted in the end.</summary>
    public bool HandsIn => Behaviour is not (Behaviour.Missing or Behaviour.Exempt);

    public UnitCode Superior => Unit.Superior ?? UnitCode.Sector;

    /// <summary>Who judges it: the centre what stands directly under the sector, else the superior's head.</summary>
    public string Judge => Superior == UnitCode.Sector ? "centre" : $"head-{Superior}";

    /// <summary>Always the same chances for the same seed and unit, in whatever order units are asked.</summary>
    public static Random Chances(int seed, UnitCode unit, string of) =>
        new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{unit}|{of}"))));
}
