using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Difficulties;

public class Difficulties_of_a_report
{
    private const string Form = """
        {
          "code": "kho-khan-thu", "version": 1, "title": "Khó khăn, vướng mắc",
          "sections": [ { "code": "kho_khan", "number": "I", "title": "Khó khăn, vướng mắc", "fields": [
            { "code": "chung", "label": "Đánh giá chung", "type": { "kind": "narrative" } },
            { "code": "vuong_mac", "label": "Vướng mắc", "desk": true, "type": { "kind": "table", "columns": [
              { "code": "noi_dung", "label": "Nội dung", "required": true, "type": { "kind": "text" } },
              { "code": "de_nghi", "label": "Đề nghị", "type": { "kind": "text" } } ] } }
          ] } ]
        }
        """;

    [Fact]
    public async Task Come_to_the_desk_once_when_it_is_accepted_and_only_new_ones_with_a_later_version()
    {
        await using var host = await AHost.Start();
        (await host.As("centre").Put("forms/kho-khan-thu/1", Form, null)).Status.ShouldBe(201);
        var terms = ACycle.Terms("V14", "VP");
        terms["form"] = new JsonObject { ["code"] = "kho-khan-thu", ["version"] = 1 };
        var cycle = await ACycle.Open(host, terms);

        (await cycle.Submit("V14", Report(("Thiếu máy chủ", "Cấp thêm"), ("Thiếu cán bộ tin học", null)))).Done();
        await host.WhenQuiet();
        (await Listed(host)).ShouldBeEmpty("nothing has been accepted yet");
        (await cycle.Accept("V14")).Done();
        await host.WhenQuiet();
        (await Listed(host)).ShouldBe(["Thiếu máy chủ", "Thiếu cán bộ tin học"], ignoreOrder: true);

        (await cycle.Return("V14", "Bổ sung.")).Done();
        await cycle.Accepted("V14", Report(("Thiếu cán bộ tin học", null), ("Đường truyền chậm", null), ("Thiếu máy chủ", "Cấp thêm")));
        (await Listed(host)).ShouldBe(["Thiếu máy chủ", "Thiếu cán bộ tin học", "Đường truyền chậm"], ignoreOrder: true);

        var item = (await host.As("reporter-V14").Get("difficulties")).Done()["items"].EnumerateArray()
            .Single(one => one.GetProperty("title").GetString() == "Thiếu máy chủ");
        var read = (await host.As("centre").Get($"difficulties/{item.GetProperty("id")}")).Done();
        (read.Said("cycle"), read.Said("field"), read.Said("text"), read["history"].GetArrayLength())
            .ShouldBe((cycle.Id, "vuong_mac", "Đề nghị: Cấp thêm", 1));

        var mails = (await host.As("centre").Get("mails?cycle=kdifficulties000")).Done()["items"].EnumerateArray()
            .Select(mail => mail.GetProperty("subject").GetString()!).ToList();
        mails.Select(subject => subject.Split(": ")[^1])
            .ShouldBe(["2 nội dung trong báo cáo", "1 nội dung trong báo cáo"], ignoreOrder: true);
    }

    [Fact]
    public async Task Are_the_same_ones_when_their_rows_are_edited()
    {
        await using var host = await AHost.Start();
        (await host.As("centre").Put("forms/kho-khan-thu/1", Form, null)).Status.ShouldBe(201);
        var terms = ACycle.Terms("V14", "VP");
        terms["form"] = new JsonObject { ["code"] = "kho-khan-thu", ["version"] = 1 };
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14", Report(("Thiếu máy chủ", "Cấp thêm"), ("Thiếu cán bộ", null)));
        (await cycle.Return("V14", "Nêu rõ hơn.")).Done();

        await cycle.Accepted("V14", Report(("Thiếu máy chủ", "Cấp thêm hai máy"), ("Thiếu cán bộ tin học", null)));

        (await Listed(host)).ShouldBe(["Thiếu máy chủ", "Thiếu cán bộ tin học"], ignoreOrder: true);
        var item = (await host.As("centre").Get("difficulties")).Done()["items"].EnumerateArray()
            .Single(one => one.GetProperty("title").GetString() == "Thiếu cán bộ tin học");
        var read = (await host.As("centre").Get($"difficulties/{item.GetProperty("id")}")).Done();
        (read.Said("state"), read["history"].GetArrayLength()).ShouldBe(("raised", 2));
        read["history"][1].GetProperty("text").GetString().ShouldBe("Trước khi sửa (báo cáo bản 2): Thiếu cán bộ");
    }

    private static async Task<IReadOnlyList<string>> Listed(AHost host) =>
        [.. (await host.As("centre").Get("difficulties")).Done()["items"].EnumerateArray()
            .Select(item => item.GetProperty("title").GetString()!)];

    private static JsonObject Report(params (string What, string? Wanted)[] rows) => new()
    {
        ["answers"] = new JsonObject
        {
            ["chung"] = "Nói chung tốt.",
            ["vuong_mac"] = new JsonArray([.. rows.Select(row => row.Wanted is null
                ? new JsonObject { ["noi_dung"] = row.What }
                : new JsonObject { ["noi_dung"] = row.What, ["de_nghi"] = row.Wanted })]),
        },
    };
}
