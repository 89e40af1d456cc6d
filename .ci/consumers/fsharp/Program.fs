open System.Collections.Generic
open CoroutineGen
open Library

let log = List<string>()
let walk = Tree<int>(2, Tree<int>(1), Tree<int>(3)).Walk log
let sum = Seq.sum walk
printfn "sum %d of %d nodes, %O" sum walk.Result walk

// Two-way: what is sent decides what comes.
let guess = Guessing.Guess(1, 100).Prime()
let rec play tries =
    let answer = compare 42 guess.Current
    if guess.TrySend answer then play (tries + 1) else tries
let tries = play 1
printfn "%d found after %d tries" guess.Result tries

// Push-style: a function for the yield parameter.
let pushed = Guessing.Guess(1, 100, Yield<int, int>(fun middle -> compare 7 middle))
printfn "%d found by push" pushed
