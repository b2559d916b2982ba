using System.Text;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Tests.Units;

/// <summary>Directory files as people write them.</summary>
internal static class A_directory_file
{
    public const string Heading = "code,name,level,superior,head,mails,valid_from,valid_to";
    public const string Root = "VKSTC,Viện kiểm sát nhân dân tối cao,sector,,,,2015-06-01,";

    public static byte[] Of(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    public static async Task<Outcome<UnitDirectory>> Load(byte[] file) =>
        (await DirectoryCsv.Read(new MemoryStream(file), CancellationToken.None)).Then(UnitDirectory.Build);

    public static Task<Outcome<UnitDirectory>> Load(params string[] lines) => Load(Of(lines));

    public static IEnumerable<(string Place, string Rule)> Faults(Outcome<UnitDirectory> outcome) =>
        outcome.Refusal.ShouldNotBeNull().Errors.Select(error => (error.Place, error.Rule));
}
