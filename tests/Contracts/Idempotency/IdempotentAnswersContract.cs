using System.Text;
using VksServerless.Contracts.Ports;
using VksServerless.Storage.Idempotency;

namespace VksServerless.Contracts.Idempotency;

public abstract class IdempotentAnswersContract : PortContract
{
    [Fact]
    public async Task An_answer_is_found_as_it_was_kept()
    {
        (await Host<IdempotentAnswers>().Find("p-1", "khóa / 1", None)).ShouldBeNull();

        (await Host<IdempotentAnswers>().Keep("p-1", "khóa / 1", Answer("một"), None)).ShouldBeTrue();

        var found = (await Host<IdempotentAnswers>().Find("p-1", "khóa / 1", None)).ShouldNotBeNull();
        Said(found).ShouldBe(Said(Answer("một")));
        Encoding.UTF8.GetString(found.Body.Span).ShouldBe("một");
    }

    [Fact]
    public async Task The_first_answer_stays()
    {
        await Host<IdempotentAnswers>().Keep("p-1", "k", Answer("một"), None);

        (await Host<IdempotentAnswers>().Keep("p-1", "k", Answer("hai"), None)).ShouldBeFalse();

        Said(await Host<IdempotentAnswers>().Find("p-1", "k", None)).ShouldBe(Said(Answer("một")));
    }

    [Fact]
    public async Task Nobody_finds_anothers_answer()
    {
        await Host<IdempotentAnswers>().Keep("p-1", "k", Answer("một"), None);

        (await Host<IdempotentAnswers>().Find("p-2", "k", None)).ShouldBeNull();
        (await Host<IdempotentAnswers>().Find("p-1", "K", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_answers_at_once_exactly_one_is_kept()
    {
        var kept = await AtOnce(8, number => Host<IdempotentAnswers>().Keep("p-1", "k", Answer($"{number}"), None));

        var winner = kept.Index().Single(keep => keep.Item).Index;
        Said(await Host<IdempotentAnswers>().Find("p-1", "k", None)).ShouldBe(Said(Answer($"{winner}")));
    }

    private static StoredAnswer Answer(string body) => new(new string('f', 64), 201, "/api/cycles/k1", "\"7\"", Encoding.UTF8.GetBytes(body));
}
