using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>
/// 63 provincial and 3 high-level procuracies and Cục 2 report on the plan of digital transformation: the published page says what the
/// report to the conference said.
/// </summary>
public partial class The_conference_of_April_2024
{
    private static readonly string[] Without = ["T17", "T42"];

    [Fact]
    public async Task Reads_its_sentences_in_the_published_page()
    {
        await using var host = await AHost.Start(from: new DateTimeOffset(2024, 4, 1, 8, 0, 0, VietnamTime.Offset));
        var cycle = await ACycle.Open(host, Terms());
        var units = (await host.As("centre").Get($"{cycle.Path}/obligations?size=200")).Done()["items"].EnumerateArray()
            .Select(obligation => obligation.GetProperty("unit").GetString()!).ToList();
        units.Count.ShouldBe(67);
        foreach (var unit in units)
        {
            (await cycle.Submit(unit, Report(unit))).Done();
            (await cycle.Accept(unit)).Done();
        }

        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        var page = Words((await host.As("leader-1").Get($"{cycle.Path}/publications/1/page")).Done().Text);
        page.ShouldContain("Mục tiêu của kế hoạch: 4/20 hoàn thành, 16/20 đang triển khai, 0 chưa triển khai.");
        page.ShouldContain("Đã kiện toàn Ban Chỉ đạo chuyển đổi số do người đứng đầu làm Trưởng Ban Có: 1/1 đơn vị thuộc VKSND tối cao (100%); "
            + "3/3 VKSND cấp cao (100%); 61/63 VKSND cấp tỉnh (96,8%).");
        page.ShouldContain("Đã ban hành kế hoạch chuyển đổi số năm của đơn vị Có: 1/1 đơn vị thuộc VKSND tối cao (100%); "
            + "3/3 VKSND cấp cao (100%); 63/63 VKSND cấp tỉnh (100%).");
        page.ShouldContain("Trả lời “Không” (2 đơn vị) Các đơn vị trực thuộc Viện kiểm sát nhân dân tối cao (2) "
            + "Viện kiểm sát nhân dân tỉnh Hòa Bình Viện kiểm sát nhân dân tỉnh Hà Tĩnh");
        page.ShouldContain("Theo cấp, đã nộp báo cáo: 1/1 đơn vị thuộc VKSND tối cao; 3/3 VKSND cấp cao; 63/63 VKSND cấp tỉnh.");
    }

    private static JsonObject Terms() => JsonNode.Parse(
        """
        {
          "title": "Kết quả thực hiện kế hoạch chuyển đổi số năm 2024",
          "plan": { "number": "221/KH-VKSTC", "date": "2023-12-15" },
          "form": { "code": "ket-qua-chuyen-doi-so", "version": 1 },
          "period": { "firstDay": "2023-12-15", "lastDay": "2024-04-15" },
          "deadlines": {
            "district": "2024-04-19T16:00:00+07:00", "province": "2024-04-19T16:00:00+07:00", "supreme": "2024-04-19T16:00:00+07:00"
          },
          "closesAt": "2024-04-22T16:00:00+07:00",
          "recipients": [{ "name": "Lãnh đạo VKSND tối cao", "mail": "lanh-dao@vks.example" }],
          "participants": { "levels": ["high-level", "province"], "units": ["C2"] }
        }
        """)!.AsObject();

    private static JsonObject Report(string unit)
    {
        var answers = new JsonObject
        {
            ["ban_chi_dao"] = !Without.Contains(unit),
            ["ke_hoach"] = true,
            ["so_ke_hoach"] = "12/KH-VKS",
            ["so_can_bo"] = 50,
            ["so_tap_huan"] = 40,
        };
        if (unit == "C2")
        {
            answers["muc_tieu"] = new JsonArray([.. Enumerable.Range(1, 20).Select(number => new JsonObject
            {
                ["ten"] = $"Mục tiêu {number}",
                ["trang_thai"] = number <= 4 ? "hoan_thanh" : "dang_trien_khai",
                ["muc_dat"] = number <= 4 ? 120 : 60,
            })]);
        }

        return new JsonObject { ["answers"] = answers };
    }

    private static string Words(string page) =>
        Space().Replace(WebUtility.HtmlDecode(Tag().Replace(page[page.IndexOf("<body", StringComparison.Ordinal)..], "")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
