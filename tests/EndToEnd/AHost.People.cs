using VksServerless.Documents.Units;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.EndToEnd;

/// <summary>The people who work with it; the same at both doors.</summary>
public sealed partial class AHost
{
    private static readonly DateTimeOffset Morning = new(2018, 6, 1, 8, 0, 0, VietnamTime.Offset);

    /// <summary>A sample person, e.g. centre, leader-1, reporter-T84, head-T84, or a unit's own software, software-T84.</summary>
    public Person As(string person) => new(
        this,
        person.Split("software-") is ["", var unit] ? new SamplePerson(person, $"Phần mềm của {unit} (mẫu)", "machine", UnitCode.Of(unit))
            : SamplePeople.Find(person, DirectoryFile.Shipped) ?? throw new ArgumentException($"Nobody is called {person}."));

    /// <summary>Another person of that unit, who is no head.</summary>
    public Person AsColleague(string person, string name, string unit) =>
        new(this, new SamplePerson(person, name, "unit-reporter", UnitCode.Of(unit)));
}
