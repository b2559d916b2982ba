namespace VksServerless.Local.Demo;

/// <summary>All scenes by the moment at which they are played, and what the centre does in between.</summary>
internal sealed class Script
{
    private readonly ILookup<DateTimeOffset, Scene> _byMoment;
    private readonly IReadOnlyList<Part> _cast;
    private readonly Centre _centre;
    private readonly string _cycle;
    private readonly Timetable _days;

    public Script(IReadOnlyList<Part> cast, Timetable days, int seed, Centre centre, string cycle)
    {
        (_cast, _days, _centre, _cycle) = (cast, days, centre, cycle);
        Scenes = [.. cast.SelectMany(part => Scene.Of(part, days, seed))];
        _byMoment = Scenes.ToLookup(scene => scene.At);
        Moments = [.. Scenes.Select(scene => scene.At).Append(days.Exemption).Append(days.Extension).Distinct().Order()];
    }

    public IReadOnlyList<Scene> Scenes { get; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<DateTimeOffset> Moments { get; }

    public IReadOnlyList<Scene> At(DateTimeOffset moment) => [.. _byMoment[moment]];

    public async Task ByTheCentre(DateTimeOffset moment, CancellationToken cancellation)
    {
        if (moment == _days.Exemption)
        {
            await _centre.Exempt(_cycle, Who(Behaviour.Exempt), cancellation);
        }

        if (moment == _days.Extension)
        {
            await _centre.Extend(_cycle, Who(Behaviour.Extended), _days, cancellation);
        }
    }

    private Units.UnitCode[] Who(Behaviour behaviour) => [.. _cast.Where(part => part.Behaviour == behaviour).Select(part => part.Code)];
}
