using System.Text.Json;

namespace VksServerless.EndToEnd.Pages;

/// <summary>A cycle whose units wrote what a page must bear, published, and another that is under way.</summary>
public sealed class APublishedCycle : IAsyncLifetime
{
    public const string Script = "<script>document.title = 'owned'; alert(1)</script><img src=x onerror=\"document.title='owned'\"><a " +
        "href=\"javascript:alert(2)\">bấm</a>{{constructor}}";
    public const string RightToLeft = "مكتب المدعي العام שלום 1.234,5 (kết thúc)";

    public static readonly string Endless = new('ệ', 9_900);
    private AHost? _host;

    public AHost Host => _host!;

    public string Path { get; private set; } = "";

    public static string Naughty { get; } = string.Join('\n', Strings());

    public async Task InitializeAsync()
    {
        _host = await AHost.Start();
        await ACycle.Open(_host, "C2", "KHTC");
        var cycle = await ACycle.Open(_host, "V14", "T84", "T84-CL");
        await cycle.Accepted(
            "T84-CL",
            AReport.Of("T84-CL", ("danh_gia_chi_dao", Script), ("kho_khan_dau_tu", Endless), ("phan_mem_de_nghi", new string('W', 500))));
        await cycle.Accepted("V14", AReport.Of("V14", ("danh_gia_dau_tu", RightToLeft), ("danh_gia_trien_khai", Naughty)));
        await cycle.Accepted("T84");
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
        Path = $"/portal/publications/{cycle.Id}/1/page";
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Those of the big list that a report takes: no control characters.</summary>
    private static IEnumerable<string> Strings()
    {
        using var file = typeof(APublishedCycle).Assembly.GetManifestResourceStream("blns.json")!;
        return JsonSerializer.Deserialize<string[]>(file)!.Where(text => text.Length > 0 && text.EnumerateRunes().All(rune =>
            System.Text.Rune.IsLetterOrDigit(rune) || System.Text.Rune.IsPunctuation(rune) || System.Text.Rune.IsSymbol(rune)
                || rune.Value == ' '));
    }
}
