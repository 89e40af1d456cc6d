using System.Text;
using Game.Players;
using Game.Rules;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The rules of the game: against their push-style call, in forks, and over save files.</summary>
public class GameRulesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_random_game_is_what_the_method_plays(int seed)
    {
        var asked = new List<string>();
        var random = new Random(seed);
        var winner = Morris.Play(question => Drawn(question, random, asked));

        var told = new List<string>();
        random = new Random(seed);
        var game = Morris.Play().Prime();
        while (game.TrySend(Drawn(game.Current, random, told)))
            continue;

        Assert.Equal(asked, told);
        Assert.Equal(winner, game.Result);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_game_that_is_saved_at_each_turn_goes_as_one_that_is_not(int seed)
    {
        var random = new Random(seed);
        var game = Morris.Play().Prime();
        var saved = SaveFile.Restore(SaveFile.Save(game));
        bool more = true;
        while (more)
        {
            Assert.Equal(Written(game), Written(saved));
            var before = Written(game);
            var fork = game.Fork();
            string answer = Drawn(game.Current, random, []);
            more = game.TrySend(answer);
            Assert.Equal(more, saved.TrySend(answer));
            Assert.Equal(before, Written(fork));
            saved = SaveFile.Restore(SaveFile.Save(saved));
        }
        Assert.Equal(game.Result, saved.Result);
    }

    [Fact]
    public void An_answer_that_is_not_allowed_changes_nothing()
    {
        var game = Morris.Play().Prime();
        game.Send("d6");
        string before = Written(game);
        foreach (string wrong in new[] { "d6", "d9", "", "a1-a4" })
        {
            Assert.Equal(Side.Black, game.Send(wrong).Side);
            Assert.Equal(before, Written(game));
        }
    }

    [Fact]
    public void Who_closes_a_mill_takes_a_man_that_is_in_none()
    {
        // White closes a7-d7-g7; black has a mill on row 2, and one man beside it.
        var game = After("a7 b2 d7 d2 b4 f2 b4 c3 a1 g7");
        Assert.Equal(Act.Take, game.Current.Act);
        Assert.Equal("a1", Assert.Single(game.Current.Options));
        Assert.Equal(Side.White, game.Current.Side);
        game.Send("a1");
        Assert.Equal(Side.Black, game.Current.Side);
        Assert.Equal(3, game.Current.Board.Men(Side.Black));
    }

    [Fact]
    public void Three_men_fly()
    {
        var board = new Board("www........bbbb.........");
        Assert.Equal(3 * 17, board.Moves(Side.White).Length);
        Assert.DoesNotContain("a4-g1", board.Moves(Side.Black));
        Assert.Contains("a7-g1", board.Moves(Side.White));
    }

    [Fact]
    public void The_board_is_a_board()
    {
        Assert.Equal(24, Lines.Names.Distinct().Count());
        Assert.Equal(16, Lines.All.Length);
        Assert.All(Enumerable.Range(0, 24), point => Assert.Equal(2, Lines.Through[point].Length));
        Assert.All(Enumerable.Range(0, 24), point => Assert.All(Lines.Neighbours[point], n => Assert.Contains(point, Lines.Neighbours[n])));
        Assert.Equal(64, Lines.Neighbours.Sum(n => n.Length));
    }

    [Fact]
    public void The_computer_closes_a_mill_and_leaves_the_game_alone()
    {
        var game = After("a7 b2 d7 f4");
        string before = Written(game);
        Assert.Equal("g7", new Computer(depth: 2).Answer(game));
        Assert.Equal(before, Written(game));
    }

    [Fact]
    public void The_computer_sees_what_comes_and_closes_in_between()
    {
        // Black would close row 2 at f2.
        var game = After("a7 b2 e4 d2");
        Assert.Equal("f2", new Computer(depth: 2).Answer(game));
    }

    [Fact]
    public void A_replay_goes_back_and_on_in_another_way()
    {
        var replay = new Replay();
        var game = Morris.Play().Prime();
        foreach (string answer in "a7 b2 d7".Split(' '))
        {
            replay.Add(game);
            game.Send(answer);
        }
        replay.Step(-9);
        Assert.Equal(Board.Start, replay.Shown.Board);
        replay.Step(+1);
        var other = replay.GoOn();
        Assert.Equal(2, replay.Length);
        Assert.Equal(1, other.Send("g1").Board.Men(Side.Black));
        Assert.EndsWith("b", other.Current.Board.Points);
        Assert.Equal(2, game.Current.Board.Men(Side.White));
    }

    private static Morris.PlayCoroutine After(string answers)
    {
        var game = Morris.Play().Prime();
        foreach (string answer in answers.Split(' '))
            game.Send(answer);
        return game;
    }

    private static string Drawn(Question question, Random random, List<string> asked)
    {
        string answer = question.Options[random.Next(question.Options.Length)];
        asked.Add($"{question.Act} {question.Side} {question.Board.Points} {string.Join(' ', question.Options)} {answer}");
        return answer;
    }

    private static string Written(Morris.PlayCoroutine game) => Encoding.UTF8.GetString(SaveFile.Save(game));
}
