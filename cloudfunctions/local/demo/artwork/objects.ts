/** The names by which pictures ask for an object, each with its code in the artwork set. */
const table = `
sneaker 1f45f, boot 1f97e, flipflop 1fa74, flat 1f97f, oxford 1f45e, mule 1f461, tallboot 1f462,
ballet 1fa70, rollerskate 1f6fc, iceskate 26f8-fe0f, medal 1f3c5, trophy 1f3c6, stopwatch 23f1-fe0f,
basketball 1f3c0, tennis 1f3be, badminton 1f3f8, pingpong 1f3d3, football 26bd, glove 1f94a, yoga 1f9d8,
skateboard 1f6f9, mountain 1f3d4-fe0f, tent 26fa, backpack 1f392, umbrella 1f302, rain 2614, beach 26f1-fe0f,
wave 1f30a, cap 1f9e2, sunglasses 1f576-fe0f, jeans 1f456, briefcase 1f4bc, coffee 2615, books 1f4da,
bow 1f380, zap 26a1, moon 1f319, fullmoon 1f315, star 2b50, sparkle 2728, sun 2600-fe0f, cloud 2601-fe0f,
snowflake 2744-fe0f, cactus 1f335, couch 1f6cb-fe0f, bathtub 1f6c1, potted 1fab4, leaves 1f343, herb 1f33f,
tulip 1f337, blossom 1f338, sunflower 1f33b, flower 1f33a, wildflower 1f33c, lotus 1fab7, shell 1f41a,
oystershell 1f9aa, dumbbell 1f3cb-fe0f, gift 1f381, ribbon 1f397-fe0f, tiger 1f42f, bell 1f514, crown 1f451,
heartred 2764-fe0f, heartpink 1fa77, heartgold 1f49b, heartblue 1f499, clover 1f340, butterfly 1f98b,
diamond 1f48e, nazar 1f9ff, mala 1f4ff, ringemoji 1f48d, mirror 1fa9e, spray 1f9f4, mountains 26f0-fe0f,
bottle 1f37c, milk 1f95b, cow 1f42e, sheep 1f411, bowl 1f963, apple 1f34e, greenapple 1f34f, carrot 1f955,
fish 1f41f, strawberry 1f353, broccoli 1f966, chestnut 1f330, cookie 1f36a, cheese 1f9c0, cup 1f964,
cutlery 1f374, chair 1fa91, pot 1f372, fryingpan 1f373, drop 1f4a7, teapot 1fad6, briefs 1fa72, roll 1f9fb,
lotion 1f9f4, jar 1fad9, soap 1f9fc, sponge 1f9fd, toothbrush 1faa5, thermometer 1f321-fe0f, bubbles 1fae7,
shopping 1f6cd-fe0f, kimono 1f458, tshirt 1f455, dress 1f457, shorts 1fa73, socks 1f9e6, gloves 1f9e4,
scarf 1f9e3, sunhat 1f452, coat 1f9e5, teddy 1f9f8, abacus 1f9ee, puzzle 1f9e9, train 1f682, firetruck 1f692,
truck 1f69a, kite 1fa81, doll 1fa86, maracas 1fa87, drum 1f941, yoyo 1fa80, crayon 1f58d-fe0f, duck 1f425,
mallard 1f986, basket 1f9fa, bed 1f6cf-fe0f, scooter 1f6f4, bicycle 1f6b2, suitcase 1f9f3, bucket 1faa3,
blocks 1f9e9, mango 1f96d, grapes 1f347, orange 1f34a, peach 1f351, watermelon 1f349, kiwi 1f95d,
tomato 1f345, cucumber 1f952, eggplant 1f346, potato 1f954, corn 1f33d, pepper 1fad1, lettuce 1f96c,
garlic 1f9c4, ginger 1fada, steak 1f969, drumstick 1f357, chicken 1f414, bacon 1f953, meatbone 1f356,
egg 1f95a, burrito 1f32f, dumpling 1f95f, shrimpball 1f364, shrimp 1f990, lobster 1f99e, crab 1f980,
oyster 1f9aa, sushi 1f363, lemon 1f34b, squid 1f991, tropicalfish 1f420, octopus 1f419, fishcake 1f365,
yogurt 1f368, blueberry 1fad0, butter 1f9c8, pizza 1f355, bread 1f35e, croissant 1f950, baguette 1f956,
cake 1f370, mooncake 1f96e, rice 1f35a, honey 1f36f, bee 1f41d, olive 1fad2, beans 1fad8, peanut 1f95c,
tea 1f375, chocolate 1f36b, can 1f96b, hotpot 1f372, ice 1f9ca, pear 1f350, pineapple 1f34d, banana 1f34c,
cherry 1f352, avocado 1f951, onion 1f9c5, cabbage 1f96c, whisk 1f944, house 1f3e1, tree 1f333,
mall 1f3ec, shop 1f3e0, villa 1f3e1, school 1f3eb,
woman1 1f469-1f3fb, woman2 1f469-1f3fb-200d-1f4bc, woman3 1f469-1f3fb-200d-1f9b1, woman4 1f481-1f3fb,
woman5 1f64b-1f3fb, woman6 1f469-1f3fb-200d-1f3a8, woman7 1f469-1f3fb-200d-1f4bb, woman8 1f469-1f3fb-200d-1f373,
woman9 1f469-1f3fb-200d-1f33e, woman10 1f469-1f3fb-200d-1f3eb, man1 1f468-1f3fb, man2 1f468-1f3fb-200d-1f4bc,
man3 1f468-1f3fb-200d-1f373, man4 1f468-1f3fb-200d-1f3eb, man5 1f468-1f3fb-200d-1f3a8,
cat 1f431, dog 1f436, panda 1f43c, fox 1f98a, rabbit 1f430, bear 1f43b, koala 1f428, penguin 1f427, rose 1f339,
hibiscus 1f33a, milktea 1f9cb, camera 1f4f7, rainbow 1f308, sailboat 26f5, owl 1f989, unicorn 1f984,
whale 1f433, hamster 1f439, chick 1f424, frog 1f438, swan 1f9a2, ladybug 1f41e, icecream 1f366, guitar 1f3b8, pine 1f332,
salt 1f9c2, juice 1f9c3, candle 1f56f-fe0f, package 1f4e6, palm 1f334, jellyball 1fae7
`;

const codes = new Map(
  table
    .split(',')
    .map((entry) => entry.trim().split(' '))
    .map(([name = '', code = '']) => [name, code]),
);

/** The artwork code of a named object. Throws for a name that is not in the table. */
export function codeOf(name: string): string {
  const code = codes.get(name);
  if (code === undefined) throw new Error(`no artwork is called ${name}`);
  return code;
}
