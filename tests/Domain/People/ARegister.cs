using System.Text;
using VksServerless.Documents.People;
using VksServerless.Documents.Units;
using VksServerless.People;

namespace VksServerless.Tests.People;

/// <summary>Register files as people write them, of the shipped directory.</summary>
internal static class ARegister
{
    public const string Heading = "person,name,mail,role,unit,from,to,in_place_of";

    public static Task<Outcome<PeopleRegister>> Load(params string[] lines) =>
        Load(Encoding.UTF8.GetBytes(string.Join('\n', [Heading, .. lines])));

    public static async Task<Outcome<PeopleRegister>> Load(byte[] file) =>
        (await PeopleCsv.Read(new MemoryStream(file), CancellationToken.None))
            .Then(lines => PeopleRegister.Build(lines, DirectoryFile.Shipped));

    public static IEnumerable<(string Place, string Rule)> Faults(Outcome<PeopleRegister> outcome) =>
        outcome.Refusal.ShouldNotBeNull().Errors.Select(error => (error.Place, error.Rule));
}
