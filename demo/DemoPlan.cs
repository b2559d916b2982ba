using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>All steps by their moment, and what the centre does in between.</summary>
internal sealed class DemoPlan
{
    private readonly ILookup<DateTimeOffset, DemoStep> _byMoment;
    private readonly IReadOnlyList<DemoUnit> _units;
    private readonly Centre _centre;
    private readonly string _cycle;
    private readonly Timetable _days;

    public DemoPlan(IReadOnlyList<DemoUnit> units, Timetable days, int seed, Centre centre, string cycle)
    {
        (_units, _days, _centre, _cycle) = (units, days, centre, cycle);
        Steps = [.. units.SelectMany(unit => DemoStep.Of(unit, days, seed))];
        _byMoment = Steps.ToLookup(step => step.At);
        Moments = [.. Steps.Select(step => step.At).Append(days.Exemption).Append(days.Extension).Distinct().Order()];
    }

    public IReadOnlyList<DemoStep> Steps { get; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<DateTimeOffset> Moments { get; }

    public IReadOnlyList<DemoStep> At(DateTimeOffset moment) => [.. _byMoment[moment]];

    public async Task ByTheCentre(DateTimeOffset moment, CancellationToken cancellation)
    {
        if (moment == _days.Exemption)
        {
            await _centre.Exempt(_cycle, UnitsThat(Behaviour.Exempt), cancellation);
        }

        if (moment == _days.Extension)
        {
            await _centre.Extend(_cycle, UnitsThat(Behaviour.Extended), _days, cancellation);
        }
    }

    private UnitCode[] UnitsThat(Behaviour behaviour) => [.. _units.Where(unit => unit.Behaviour == behaviour).Select(unit => unit.Code)];
}
