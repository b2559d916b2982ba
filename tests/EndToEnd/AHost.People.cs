using System.Net.Http.Headers;
using VksServerless.Documents.People;
using VksServerless.Documents.Units;
using VksServerless.People;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.EndToEnd;

/// <summary>The people who work with it; the same at both doors.</summary>
public sealed partial class AHost
{
    private readonly Dictionary<string, VksServerless.People.Person> _enrolled = [];

    private static readonly DateTimeOffset Morning = new(2018, 6, 1, 8, 0, 0, VietnamTime.Offset);

    /// <summary>A sample person, e.g. centre, leader-1, reporter-T84, head-T84, or a unit's own software, software-T84.</summary>
    public Person As(string person) => new(
        this,
        person.Split("software-") is ["", var unit] ? new SamplePerson(person, $"Phần mềm của {unit} (mẫu)", "machine", UnitCode.Of(unit))
            : SamplePeople.Find(person, DirectoryFile.Shipped) ?? throw new ArgumentException($"Nobody is called {person}."));

    /// <summary>Another person, who has been <see cref="Enrol">enrolled</see>, in one of several posts, e.g. unit-reporter@V14.</summary>
    public Person InPost(string person, string name, string post) =>
        new(this, new SamplePerson(person, name, post.Split('@')[0], UnitCode.Of(post.Split('@')[1])), post);

    /// <summary>As <see cref="InPost"/>, of that unit, who is no head.</summary>
    public Person AsColleague(string person, string name, string unit) => InPost(person, name, $"unit-reporter@{unit}");

    /// <summary>Sample people of a unit that the shipped directory does not have.</summary>
    public async Task Enrol(params SamplePerson[] people)
    {
        foreach (var who in people)
        {
            await Enrol(who.Id, who.Name, $"{who.Role}@{who.Unit}");
        }
    }

    /// <summary>The administrator enters a person with posts beside the sample people and those enrolled before.</summary>
    public async Task Enrol(string person, string name, params string[] posts)
    {
        _enrolled[person] = new VksServerless.People.Person(PersonId.Of(person), name, null, [.. posts.Select(PostOf)]);
        using var file = new MemoryStream();
        await PeopleCsv.Write(
            PeopleRegister.Of([.. SamplePeople.RegisterOf(DirectoryFile.Shipped).People, .. _enrolled.Values]), file,
            CancellationToken.None);
        var content = new ByteArrayContent(file.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var before = (await As("administrator").Get("people?size=1")).Done();
        (await As("administrator").Put("people", content, before.ETag is { Length: > 0 } etag ? etag : "*")).Done();
    }

    private static Post PostOf(string post)
    {
        RoleText.TryParse(post.Split('@')[0], out var role).ShouldBeTrue();
        return new Post(role, UnitCode.Of(post.Split('@')[1]), new DateOnly(2000, 1, 1));
    }
}
