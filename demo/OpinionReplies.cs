using System.Globalization;
using VksServerless.Publications;

namespace VksServerless.Demo;

/// <summary>What the centre replies to the opinions on a draft; some of them it leaves open.</summary>
internal sealed class OpinionReplies(ApiClient api, string cycle)
{
    private static readonly OpinionReply[] Usual =
    [
        new(ReplyKind.Accepted, ""),
        new(ReplyKind.Accepted, "Đã chỉnh lý trong dự thảo."),
        new(ReplyKind.Accepted, "Bổ sung vào hướng dẫn thi hành."),
        new(ReplyKind.Explained, "Nội dung này đã được quy định tại văn bản khác, không quy định lại."),
        new(ReplyKind.Explained, "Giữ như dự thảo để thống nhất trong toàn Ngành; sẽ đánh giá lại sau một năm thực hiện."),
    ];

    public async Task Give(CancellationToken cancellation)
    {
        var given = (await api.Get("centre", $"api/cycles/{cycle}/opinions", cancellation)).Json.GetProperty("opinions");
        var answered = from id in given.EnumerateArray().Select(opinion => opinion.GetProperty("id").GetString()!).Distinct()
                       let chance = int.Parse(id[..1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                       where chance < 3 * Usual.Length
                       group id by Usual[chance % Usual.Length];
        foreach (var (reply, ids) in answered.SelectMany(of => of.Chunk(OpinionReply.MostAtOnce).Select(ids => (of.Key, ids))))
        {
            await api.Post("centre", $"api/cycles/{cycle}/opinions/replies", new { ids, reply.Kind, reply.Text }, null, cancellation);
        }
    }
}
