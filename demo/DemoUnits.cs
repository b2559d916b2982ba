using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>
/// Gives every participant its role: how many are late, missing or returned follows from the number of units, who from the seed.
/// </summary>
internal static class DemoUnits
{
    private const double Missing = 0.035;
    private const double Late = 0.07;
    private const double Returned = 0.06;
    private const int MostExtended = 3;

    // The second outline of the plan is for the first two alone, so their reports always come; the last leads the whole and sets an
    // example.
    private static readonly UnitCode[] Reliable = [UnitCode.Of("VP"), UnitCode.Of("KHTC"), UnitCode.Of("C2")];

    public static IReadOnlyList<DemoUnit> Of(IReadOnlyList<Unit> participants, Form form, int seed)
    {
        var chances = new Random(seed);
        var expected = participants.Count - 1;
        var below = participants.ToLookup(unit => unit.Superior);
        var order = participants.Where(unit => !Reliable.Contains(unit.Code)).ToArray();
        chances.Shuffle(order);

        // As far as there are any, sample units get the roles that are no credit to anybody.
        order = [.. order.OrderBy(unit => unit.Name.Contains("mẫu", StringComparison.Ordinal) ? 0 : 1)];
        var districts = order.Where(unit => unit.Level == UnitLevel.District).Take(1 + MostExtended).Select(unit => unit.Code).ToList();
        var behaviours = new Dictionary<UnitCode, Behaviour> { [districts[0]] = Behaviour.Exempt };
        Give(behaviours, districts.Skip(1).Take(Math.Min(MostExtended, Some(expected, 0.05))), Behaviour.Extended);
        var rest = order.Select(unit => unit.Code).Where(code => !behaviours.ContainsKey(code)).ToList();
        Give(behaviours, rest.Take(Some(expected, Missing)), Behaviour.Missing);
        Give(behaviours, rest.Skip(Some(expected, Missing)).Take(Some(expected, Late)), Behaviour.Late);
        var punctual = rest.Skip(Some(expected, Missing) + Some(expected, Late)).ToList();
        var returned = punctual.Take(Some(expected, Returned)).ToHashSet();
        return
        [
            .. participants.Select(unit => new DemoUnit(
                unit,
                behaviours.TryGetValue(unit.Code, out var behaviour) ? behaviour : chances.NextDouble() < 0.5
                    ? Behaviour.Early : Behaviour.LastHours,
                below[unit.Code].Count(),
                returned.Contains(unit.Code) ? Mistake.Any(form, unit, chances) : null)),
        ];
    }

    private static int Some(int expected, double share) => Math.Max(1, (int)Math.Round(expected * share));

    private static void Give(Dictionary<UnitCode, Behaviour> behaviours, IEnumerable<UnitCode> units, Behaviour behaviour)
    {
        foreach (var unit in units)
        {
            behaviours[unit] = behaviour;
        }
    }
}
